package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Store;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Edits the set in a journal until it is killed, and says a line when it starts, when it has opened
 * the journal, and after each edit: {@code starting}, {@code open ID SIZE}, {@code added COUNTER}
 * or {@code removed}.
 */
final class EditingProcess {

  /** How a line gets to the disk. */
  enum Pace {
    /** In pieces, over some 40 ms: most kills fall into a line. */
    SLOW,
    /** In pieces at once. */
    QUICK,
    /** As a journal does it. */
    WHOLE;

    private Disk disk(int number) {
      return switch (this) {
        case SLOW ->
            new PiecewiseDisk(new SplittableRandom(number), TimeUnit.MILLISECONDS.toNanos(2));
        case QUICK -> new PiecewiseDisk(new SplittableRandom(number), 0);
        case WHOLE -> Disk.REAL;
      };
    }
  }

  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

  private EditingProcess() {}

  /**
   * Starts.
   *
   * @param arguments the folder, a number that makes the edits differ from those of others, the
   *     pace, and whether edits are to be kept belatedly
   */
  public static void main(String[] arguments) throws IOException {
    new EditingProcess()
        .run(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Pace.valueOf(arguments[2]),
            Boolean.parseBoolean(arguments[3]));
  }

  private void run(Path folder, int number, Pace pace, boolean isBelated) throws IOException {
    say("starting");
    Store<ORSet<String>> journal =
        Journal.open(
            folder, JournalLab.SET, new ObjectMapper(), Durability.EACH_UPDATE, pace.disk(number));
    Replica<ORSet<String>> replica =
        Replica.open(isBelated ? new BelatedStore<>(journal) : journal, ORSet.<String>empty());
    say("open " + replica.id() + " " + replica.state().size());
    for (int i = 0; ; i++) {
      Edit edit = Edit.of(number, i);
      ORSet<String> state = replica.update(edit::apply);
      say(edit.isAdd() ? "added " + dot(state, edit.element()).counter() : "removed");
    }
  }

  private static Dot dot(ORSet<String> state, String element) {
    List<Dot> found = new ArrayList<>();
    state.forEachLive(
        (live, dots) -> {
          if (live.equals(element)) {
            found.addAll(dots);
          }
        });
    return found.get(0);
  }

  private void say(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
