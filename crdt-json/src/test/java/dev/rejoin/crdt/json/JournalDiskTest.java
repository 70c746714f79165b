package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that the operating system lets nobody write, or not beyond some size. */
class JournalDiskTest {

  private static final String LONG = "x".repeat(5_000);
  private static final String TOO_LARGE = "java.io.IOException: File too large";

  private final JournalLab lab = new JournalLab();

  @TempDir Path temp;

  /**
   * Adds long elements until that fails, and a short one; says why it failed and what was added.
   */
  static final class Filling {

    private Filling() {}

    public static void main(String[] arguments) {
      try (Replica<ORSet<String>> replica =
          Replica.open(
              Journal.open(Path.of(arguments[0]), JournalLab.SET), ORSet.<String>empty())) {
        @Nullable String failure = null;
        for (int i = 0; failure == null; i++) {
          failure = failure(replica, i + LONG);
        }
        System.out.println(failure);
        System.out.println(failure(replica, "short"));
        replica.state().forEach(element -> System.out.println(element.replace(LONG, "")));
      }
    }

    private static @Nullable String failure(Replica<ORSet<String>> replica, String element) {
      ORSet<String> before = replica.state();
      try {
        JournalLab.add(replica, element);
        return null;
      } catch (UncheckedIOException e) {
        return replica.state() == before ? String.valueOf(e.getCause()) : "changed";
      }
    }
  }

  /** Returns what {@link Filling} says if no file may be longer than so many blocks. */
  private List<String> filled(Path folder, int blocks) throws IOException, InterruptedException {
    ProcessBuilder filling = DyingProcess.of(Filling.class, List.of(folder.toString()));
    filling.environment().put("LC_ALL", "C");
    filling.command().add(1, "-XX:-UsePerfData"); // is a file as well
    filling
        .command()
        .addAll(0, List.of("/bin/sh", "-c", "ulimit -f $0 && exec \"$@\"", String.valueOf(blocks)));
    return DyingProcess.outputOf(filling).lines().toList();
  }

  @Test
  void whatFindsNoRoomHasNotHappenedAndAllElseIsKept() throws Exception {
    Path folder = temp.resolve("folder");

    List<String> said = filled(folder, 100);

    assertThat(said.subList(0, 2)).containsExactly(TOO_LARGE, "null");
    List<String> added = said.subList(2, said.size());
    assertThat(added).contains("0", "1", "short");
    Journal<ORSet<String>> journal = Journal.open(folder, JournalLab.SET);
    try (Replica<ORSet<String>> again = lab.open(journal)) {
      assertThat(journal.dropped()).isEmpty();
      assertThat(again.state().stream().map(element -> element.replace(LONG, "")))
          .containsExactlyElementsOf(added);
      JournalLab.add(again, "afterwards");
    }
  }

  @Test
  void whereNothingCanBeWrittenNothingHappens() throws Exception {
    Path folder = temp.resolve("folder");

    assertThat(filled(folder, 0)).containsExactly(TOO_LARGE, TOO_LARGE);

    assertThat(folder.resolve(JournalLab.JOURNAL)).isEmptyFile();
    lab.write(folder, "milk");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "no folder");

    assertThatThrownBy(() -> Journal.open(file, JournalLab.SET))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("journal in " + file + " cannot be locked");
    assertThat(file).hasContent("no folder");
  }

  /** As in a folder that may not be written, which the superuser always may. */
  @Test
  void aLockThatCannotBeOpenedIsNamed() throws IOException {
    Path folder = temp.resolve("folder");
    Path lock = Files.createDirectories(folder.resolve(JournalLab.LOCK));

    assertThatThrownBy(() -> Journal.open(folder, JournalLab.SET))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("journal in " + folder + " cannot be locked")
        .rootCause()
        .hasMessageStartingWith(lock + " (");
    Files.delete(lock);
    lab.write(folder, "milk");
  }

  @Test
  void aFileThatCannotBeOpenedLetsGoOfTheFolder() throws IOException {
    Path folder = temp.resolve("folder");
    Path file = Files.createDirectories(folder.resolve(JournalLab.JOURNAL));

    assertThatThrownBy(() -> lab.open(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(file + " (");
    Files.delete(file);
    lab.write(folder, "milk");
  }
}
