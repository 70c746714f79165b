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
  void editOutlivesARemovalThatHasNotSeenIt() {
    Run run =
        run(
            "devices a b",
            "a add 3 tea",
            "a note tea: green",
            "offline b",
            "a tick tea",
            "b remove tea");

    assertThat(run.flowing())
        .contains(
            "! Edit and removal: \"tea\" stays: the removal on b took away all that it had seen,"
                + " which was not \"tick tea\" on a. Now it is \"0 tea [x]\".")
        .doesNotContain("brings back");
  }

  @Test
  void countOutlivesARemovalWithAllThatItsDeviceHadCounted() {
    Run run = run("devices a b", "a add 3 tea", "offline b", "a add tea", "b remove tea");

    assertThat(run.flowing())
        .contains(
            "which was not \"add tea\" on a. Now it is \"4 tea\". A device that counts brings back"
                + " all that it had counted.");
  }

  @Test
  void editThatIsRemovedAgainDoesNotOutliveARemoval() {
    Run run =
        run("devices a b", "a add tea", "offline b", "a tick tea", "a remove tea", "b remove tea");

    assertThat(run.flowing())
        .contains("! Two removals: \"tea\" is gone: \"remove tea\" on ")
        .doesNotContain("Edit and removal");
  }

  @Test
  void whatOnlyTakesAwayDoesNotOutliveARemoval() {
    Run run =
        run("devices a b", "a add tea", "a tick tea", "offline b", "a untick tea", "b remove tea");

    assertThat(run.flowing())
        .contains(
            "! Two removals: \"tea\" is gone: \"untick tea\" on a and \"remove tea\" on b only"
                + " take away, and what is gone cannot go again.");
  }

  @Test
  void rowsOfOneNameAreMerged() {
    Run run = run("devices a b", "offline b", "a add 2 tea", "b add tea", "b tick tea");

    assertThat(run.flowing())
        .contains(
            "! Two new rows: \"tea\" is one row: b and a each began it, and rows of one name are"
                + " merged, not chosen from. Now it is \"3 tea [x]\".");
  }

  @Test
  void aRowThatIsAddedAgainBeginsAnew() {
    Run run = run("devices a b", "a add 2 tea", "a note tea: green", "a remove tea", "a add tea");

    assertThat(run.flowing()).contains("a add tea all 2: tea What met");
  }

  @Test
  void bothNotesStayUntilSomebodyHasSeenBoth() {
    Run run =
        run(
            "devices a b",
            "offline b",
            "at Mon 08:00",
            "a note tea: green",
            "at Mon 09:00",
            "b note tea: black",
            "online b",
            "a note tea: mint");

    assertThat(run.flowing())
        .contains(
            "! Two notes: \"tea\" keeps \"black\" and \"green\" until somebody who has seen them"
                + " writes a note. The greater stamp comes first, 2026-05-04T09:00:00Z+0@b before"
                + " 2026-05-04T08:00:00Z+0@a.")
        .contains("0 tea (black? green?)")
        .contains("a note tea: mint all 2: 0 tea (mint)");
  }

  @Test
  void laterNoteOfASlowClockComesSecond() {
    Run run =
        run(
            "devices a b",
            "clock b -10y",
            "offline b",
            "at Mon 08:00",
            "a note tea: green",
            "at Mon 09:00",
            "b note tea: black");

    assertThat(run.flowing())
        .contains("\"tea\" keeps \"green\" and \"black\"")
        .contains("By true time the other one is later; but a stamp is as good as its clock.");
  }

  @Test
  void notesOfOneTimeTie() {
    Run run = run("devices a b", "offline b", "a note tea: green", "b note tea: black");

    assertThat(run.flowing())
        .contains("2026-05-04T00:00:00Z+0@a before 2026-05-04T00:00:00Z+0@b. It is a tie but for");
  }

  @Test
  void noteOfASlowClockComesBeforeWhatItsAuthorHadSeen() {
    Run run =
        run(
            "devices a b",
            "clock b -10y",
            "at Tue 08:00",
            "a note tea: green",
            "offline b",
            "b note tea: black");

    assertThat(run.flowing())
        .contains(
            "! A slow clock: it is 2016-05-05T08:00:00Z on b, but this note replaces one stamped"
                + " 2026-05-05T08:00:00Z+0@a and so is stamped 2026-05-05T08:00:00Z+1@b")
        .contains("a: 0 tea (black)")
        .doesNotContain("Two notes");
  }

  @Test
  void amountsOnBothSidesCount() {
    Run run = run("devices a b", "a add 9 tea", "offline b", "a less 2 tea", "b add 5 tea");

    assertThat(run.flowing())
        .contains(
            "! Amounts on both sides: the amount of \"tea\" is 12: on one side a -2, on the other"
                + " b +5. Each device sums up its own, so all of it counts.");
  }

  @Test
  void whatIsTakenTwiceLeavesLessThanNothing() {
    Run run = run("devices a b", "a add 5 tea", "offline b", "a less 4 tea", "b less 3 tea");

    assertThat(run.flowing())
        .contains(
            "! Taken twice: the amount of \"tea\" is -2: on one side a -4, on the other b -3.")
        .contains("with 1 left on a and 2 on b: a counter keeps no bound");
  }

  @Test
  void tickOutlivesAnUntickThatHasNotSeenIt() {
    Run run =
        run("devices a b", "a add tea", "a tick tea", "offline b", "a tick tea", "b untick tea");

    assertThat(run.flowing())
        .contains("a tick tea (looks the same)")
        .contains(
            "! Tick and untick: \"tea\" stays ticked: \"untick tea\" on b took away only"
                + " what was seen there, which was not \"tick tea\" on a.");
  }

  @Test
  void tagOutlivesAnUntagThatHasNotSeenIt() {
    Run run =
        run(
            "devices a b",
            "a tag tea: gift",
            "a tag tea: sweet",
            "offline b",
            "a tag tea: gift",
            "b untag tea: gift",
            "b untag tea: sweet");

    assertThat(run.flowing())
        .contains(
            "! Tag and untag: \"tea\" stays #gift: \"untag tea: gift\" on b took away only what"
                + " was seen there, which was not \"tag tea: gift\" on a.")
        .endsWith("a 0 tea #gift b 0 tea #gift All 2 devices show the same. ");
  }
}
