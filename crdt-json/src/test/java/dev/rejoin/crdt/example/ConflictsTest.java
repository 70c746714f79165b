package dev.rejoin.crdt.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConflictsTest {

  @TempDir Path folder = Path.of("");

  private Run run(String... lines) {
    return Run.of(folder, lines);
  }

  @Test
  void addOutlivesARemoveOfAnotherAdd() {
    Run run =
        run("devices a b c", "offline c", "a add tea", "b remove tea", "c add tea", "online c");

    assertThat(run.flowing())
        .contains(
            "! Add and remove: \"tea\" stays: c added it, and the remove on b took away a:1, all"
                + " that it had seen, and not the new c:1.");
  }

  @Test
  void secondAddOutlivesARemove() {
    Run run = run("devices a b", "a add tea", "offline b", "a add tea", "b remove tea");

    assertThat(run.flowing())
        .contains("(looks the same)")
        .contains("! Second add and remove: \"tea\" stays: it was there when a added it")
        .contains("the remove on b took away a:1, all that it had seen, and not a:2.");
  }

  @Test
  void removesOnBothSidesAgree() {
    Run run = run("devices a b", "a add tea", "offline b", "a remove tea", "b remove tea");

    assertThat(run.flowing())
        .contains("! Two removes: \"tea\" is gone: a and b both took away a:1");
  }

  @Test
  void addsOnBothSidesAreOneItemUnderTwoDots() {
    Run run = run("devices a b", "offline b", "a add tea", "b add tea");

    assertThat(run.flowing())
        .contains("! Two adds: \"tea\" is on the list once, under the dots a:1 and b:1");
  }

  @Test
  void greaterStampWinsBetweenTitlesThatDoNotKnowOfEachOther() {
    Run run =
        run(
            "devices a b",
            "clock b -10y",
            "offline b",
            "at Mon 08:00",
            "a title One",
            "at Mon 09:00",
            "b title Two");

    assertThat(run.flowing())
        .contains(
            "\"One\" beats \"Two\": neither author had seen the other title, so the greater stamp"
                + " wins, 2026-05-04T08:00:00Z+0@a over 2016-05-04T09:00:00Z+0@b. By true time the"
                + " beaten one is later; but a stamp is as good as its clock.")
        .contains("\"One\" | budget 0 | visits 0 nothing to buy b \"One\" |");
  }

  @Test
  void titleOfASlowClockBeatsWhatItsAuthorHadSeen() {
    Run run =
        run(
            "devices a b",
            "clock b -10y",
            "at Tue 08:00",
            "a title One",
            "offline b",
            "b title Two");

    assertThat(run.flowing())
        .contains(
            "! A slow clock: it is 2016-05-05T08:00:00Z on b, but this title replaces one stamped"
                + " 2026-05-05T08:00:00Z+0@a and so is stamped 2026-05-05T08:00:00Z+1@b")
        .contains("a: \"Two\"")
        .doesNotContain("Two titles");
  }

  @Test
  void moneySpentTwiceOverdrawsTheBudget() {
    Run run = run("devices a b", "a earn 50", "offline b", "a spend 40", "b spend 30");

    assertThat(run.flowing())
        .contains(
            "! Money spent twice: the budget is -20: on one side a spent 40, on the other b"
                + " spent 30.")
        .contains("with 10 left on a and 20 on b");
  }

  @Test
  void moneyOnBothSidesCounts() {
    Run run = run("devices a b", "a earn 50", "offline b", "a spend 10", "b earn 5");

    assertThat(run.flowing())
        .contains(
            "! Money on both sides: the budget is 45: on one side a spent 10, on the other b earned 5.");
  }

  @Test
  void visitsOnBothSidesCount() {
    Run run = run("devices a b", "offline b", "a visit", "a visit", "b visit");

    assertThat(run.flowing())
        .contains(
            "! Visits on both sides: 3 visits: on one side a counted 2, on the other b counted 1.");
  }

  @Test
  void nothingMeetsBeforeTheDevicesDo() {
    Run run =
        run(
            "devices a b c",
            "a add tea",
            "offline c",
            "c remove tea",
            "a remove tea",
            "b add milk",
            "stop");

    assertThat(run.text()).contains("          0  edits that did not know of each other");
  }

  @Test
  void editsThatKnewOfEachOtherAreNoConflict() {
    Run run =
        run(
            "devices a b c",
            "a add tea",
            "a title One",
            "offline c",
            "b remove tea",
            "meet a c",
            "c add tea",
            "c title Two",
            "c visit",
            "c spend 3",
            "online c");

    assertThat(run.text()).contains("          0  edits that did not know of each other");
  }

  @Test
  void aConflictIsToldOnce() {
    Run run = run("devices a b c d", "offline a", "a title One", "b title Two", "online a");

    assertThat(run.text().split("! Two titles", -1)).hasSize(2);
  }
}
