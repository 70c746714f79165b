package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals that break off, or in which a byte has changed. */
class JournalTornTest {

  private static final List<String> ADDED = List.of("a", "b", "c", "d");

  private final JournalLab lab = new JournalLab();

  @TempDir Path folder;
  private Path file;
  private byte[] whole = {};
  private ReplicaId id = ReplicaId.random();

  @BeforeEach
  void writeJournal() throws IOException {
    try (Replica<ORSet<String>> replica = lab.open(folder)) {
      JournalLab.add(replica, ADDED.toArray(String[]::new));
      id = replica.id();
    }
    file = folder.resolve(JournalLab.JOURNAL);
    whole = Files.readAllBytes(file);
  }

  /** Returns where the line of that index begins. */
  private int start(int line) {
    int start = 0;
    for (int i = 0; i < line; i++) {
      start = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n', start) + 1;
    }
    return start;
  }

  private static int changesIn(byte[] journal) {
    long lines =
        new String(journal, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
    return (int) Math.min(ADDED.size(), Math.max(0, lines - 1));
  }

  @Test
  void whatIsTornOffTheEndIsDropped() throws IOException {
    for (int length = start(3); length < whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      JournalLab.overwrite(file, torn);
      int kept = changesIn(torn);
      long end = start(kept + 1);

      Journal<ORSet<String>> journal = Journal.open(folder, JournalLab.SET);
      try (Replica<ORSet<String>> replica = lab.open(journal)) {
        assertThat(replica.state().elements()).containsExactlyElementsOf(ADDED.subList(0, kept));
        assertThat(replica.id()).isNotEqualTo(id);
        assertThat(Files.size(file)).isEqualTo(end);
        if (length > end) {
          assertThat(journal.dropped().get())
              .isEqualTo(
                  new Journal.Dropped(
                      end,
                      length - end,
                      "a line must be whole, but breaks off (line " + (kept + 2) + ")"));
        } else {
          assertThat(journal.dropped()).isEmpty();
        }
      }
    }
  }

  @Test
  void whatIsTornOffTheBeginningLeavesNothing() throws IOException {
    for (int length = 0; length < start(1); length++) {
      JournalLab.overwrite(file, Arrays.copyOf(whole, length));

      try (Replica<ORSet<String>> replica = lab.open(folder)) {
        assertThat(replica.state()).isEqualTo(ORSet.empty());
        assertThat(replica.id()).isNotEqualTo(id);
        assertThat(file).isEmptyFile();
      }
    }
  }

  @Test
  void garbageAfterTheLastLineIsDroppedAndTheIdWithIt() throws IOException {
    byte[] garbage = Arrays.copyOf(whole, whole.length + 100_000);
    JournalLab.overwrite(file, garbage);
    Journal<ORSet<String>> journal = Journal.open(folder, JournalLab.SET);
    lab.open(journal).close();

    assertThat(journal.dropped().get())
        .isEqualTo(
            new Journal.Dropped(
                whole.length,
                100_000,
                "a line must begin with eight hexadecimal digits and a space (line 7)"));
    assertThat(file).hasBinaryContent(whole);
    try (Replica<ORSet<String>> again = lab.open(folder)) {
      assertThat(again.id()).isNotEqualTo(id);
      assertThat(again.state().elements()).containsExactlyElementsOf(ADDED);
    }
  }

  @Test
  void aByteThatChangedInTheMiddleIsNamedAndNothingIsChanged() throws IOException {
    for (int i = start(2); i < start(3); i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      JournalLab.overwrite(file, damaged);

      assertThatThrownBy(() -> lab.open(folder))
          .as("byte %s", i)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith(file + " is damaged at byte " + start(2) + ": ")
          .hasMessageContaining("(line 3); 1 changes before it are whole, and line ");
      assertThat(file).hasBinaryContent(damaged);
    }
  }

  @Test
  void aDamagedJournalIsSalvagedUpToTheDamage() throws IOException {
    byte[] damaged = whole.clone();
    damaged[start(2)] ^= 1;
    JournalLab.overwrite(file, damaged);

    Journal.Dropped dropped = Journal.salvage(folder).get();

    assertThat(dropped.offset()).isEqualTo(start(2));
    assertThat(dropped.bytes()).isEqualTo(whole.length - start(2));
    assertThat(dropped.reason()).startsWith("checksum must be ").endsWith(" (line 3)");
    assertThat(folder.resolve("journal.damaged"))
        .hasBinaryContent(Arrays.copyOfRange(damaged, start(2), damaged.length));
    assertThat(Journal.salvage(folder)).isEmpty();
    try (Replica<ORSet<String>> again = lab.open(folder)) {
      assertThat(again.state().elements()).containsExactly("a");
      assertThat(again.id()).isNotEqualTo(id);
    }
  }

  @Test
  void whereThereIsNoJournalThereIsNothingToSalvage() {
    assertThat(Journal.salvage(folder.resolve("other"))).isEmpty();
    assertThat(folder.resolve("other")).doesNotExist();
  }
}
