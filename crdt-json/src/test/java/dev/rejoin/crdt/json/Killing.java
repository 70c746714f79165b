package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Replica;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Kills processes that edit one journal, one after the other, and looks at what each has left. */
final class Killing {

  private static final int STARTING = 1;
  private static final int OPEN = 2;

  private final Path temp;
  private final Path folder;
  private final boolean isBelated;
  private final SplittableRandom random;
  private final KeptEdits kept = new KeptEdits();
  private int killed;
  private int made;
  private int torn;
  private boolean wasTorn;

  Killing(Path temp, boolean isBelated, long seed) {
    this.temp = temp;
    this.folder = temp.resolve("folder");
    this.isBelated = isBelated;
    this.random = new SplittableRandom(seed);
  }

  KeptEdits kept() {
    return kept;
  }

  /** Returns how many edits were acknowledged. */
  int made() {
    return made;
  }

  /** Returns how many kills have torn a line. */
  int torn() {
    return torn;
  }

  /** Kills a process at any time, from its start on if its pace is quick, else while it edits. */
  void kill(EditingProcess.Pace pace) throws IOException, InterruptedException {
    killed++;
    boolean isEarly = pace == EditingProcess.Pace.QUICK && random.nextInt(2) == 0;
    int lines = isEarly ? STARTING : OPEN + 2 + random.nextInt(10);
    long millis = random.nextInt(isEarly ? 300 : 60);
    List<String> said = saidUntilKilled(pace, lines, millis);
    List<Edit> edits = new ArrayList<>();
    if (said.size() >= OPEN) {
      String[] open = said.get(OPEN - 1).split(" ", -1);
      ReplicaId id = ReplicaId.of(open[1]);
      kept.opened(id, Integer.parseInt(open[2]), wasTorn);
      for (String line : said.subList(OPEN, said.size())) {
        edits.add(acknowledged(id, Edit.of(killed, edits.size()), line));
      }
    }
    made += edits.size();
    look(edits, Edit.of(killed, edits.size()));
  }

  private List<String> saidUntilKilled(EditingProcess.Pace pace, int lines, long millis)
      throws IOException, InterruptedException {
    Path errors = temp.resolve("errors");
    List<String> said = new ArrayList<>();
    Process process =
        DyingProcess.of(
                EditingProcess.class,
                List.of(
                    folder.toString(),
                    String.valueOf(killed),
                    pace.name(),
                    String.valueOf(isBelated)))
            .redirectError(errors.toFile())
            .start();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < lines; i++) {
        String line = reader.readLine();
        assertThat(line).as(() -> "what was said after " + said + read(errors)).isNotNull();
        said.add(line);
      }
      Thread.sleep(millis);
      assertThat(process.isAlive()).as(() -> "alive" + read(errors)).isTrue();
      process.toHandle().destroyForcibly(); // the process itself would close what it said
      process.waitFor();
      reader.lines().forEach(said::add);
    } finally {
      process.destroyForcibly();
    }
    return said;
  }

  private static String read(Path errors) {
    try {
      return ": " + Files.readString(errors);
    } catch (IOException e) {
      return ": " + e;
    }
  }

  private Edit acknowledged(ReplicaId id, Edit edit, String line) {
    String[] words = line.split(" ", -1);
    assertThat(words[0]).isEqualTo(edit.isAdd() ? "added" : "removed");
    if (edit.isAdd()) {
      kept.named(new Dot(id, Long.parseLong(words[1])), edit.element());
    }
    return edit;
  }

  /** Opens a copy, so that it is up to the next process to find the very files as they are. */
  private void look(List<Edit> edits, Edit next) {
    Path copy = temp.resolve("copy" + killed);
    if (Files.exists(folder)) {
      JournalLab.copy(folder, copy);
    }
    Journal<ORSet<String>> journal = Journal.open(copy, JournalLab.SET);
    try (Replica<ORSet<String>> replica = new JournalLab().open(journal)) {
      kept.found(edits, next, replica.state());
    }
    wasTorn = journal.dropped().isDefined();
    torn += wasTorn ? 1 : 0;
  }
}
