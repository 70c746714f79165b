package dev.rejoin.crdt.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no conflict, and what is not told twice. */
class KnownEditsTest {

  private static final String NO_CONFLICT = "          0  edits that did not know of each other";

  @TempDir Path folder = Path.of("");

  @Test
  void nothingMeetsBeforeTheDevicesDo() {
    Run run =
        Run.of(
            folder,
            "devices a b c",
            "a add tea",
            "offline c",
            "c remove tea",
            "a tick tea",
            "b add milk",
            "stop");

    assertThat(run.text()).contains(NO_CONFLICT);
  }

  @Test
  void editsThatKnewOfEachOtherAreNoConflict() {
    Run run =
        Run.of(
            folder,
            "devices a b c",
            "a add tea",
            "a note tea: green",
            "offline c",
            "b remove tea",
            "meet a c",
            "c add 3 tea",
            "c note tea: black",
            "online c");

    assertThat(run.text()).contains(NO_CONFLICT);
  }

  @Test
  void editsOfDifferentRowsAndPartsAreNoConflict() {
    Run run =
        Run.of(
            folder,
            "devices a b",
            "a add tea",
            "offline b",
            "a note tea: green",
            "a tick tea",
            "b tag tea: gift",
            "b add tea",
            "b add milk");

    assertThat(run.text())
        .contains(NO_CONFLICT)
        .contains("a           milk, 2 tea (green) #gift [x]");
  }

  @Test
  void aConflictIsToldOnce() {
    Run run =
        Run.of(
            folder, "devices a b c d", "offline a", "a note tea: x", "b note tea: y", "online a");

    assertThat(run.text().split("! Two notes", -1)).hasSize(2);
  }
}
