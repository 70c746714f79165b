package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Version;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through a journal from its beginning, and finds out what all its lines come to. */
final class Recovery<S extends Crdt<S>> {

  private final Path path;
  private final JournalCodec<S> codec;
  private final Consumer<? super Changes<S>> replay;

  private Version version = Version.empty();
  private Option<HybridTimestamp> clock = Option.none();
  private JournalLine.@Nullable Opened<S> opened;
  private Option<Witness> witness = Option.none();
  private boolean isClosed = true;
  private long compacted;
  private long changes;
  private Journal.@Nullable Dropped torn;

  Recovery(Path path, JournalCodec<S> codec, Consumer<? super Changes<S>> replay) {
    this.path = path;
    this.codec = codec;
    this.replay = replay;
  }

  /**
   * Hands all changes to whoever replays them.
   *
   * @throws IOException if a line is faulty and a later one is not, or one cannot be read
   */
  void run(JournalScan scan) throws IOException {
    while (scan.advance()) {
      if (scan.fault() != null) {
        torn = torn(scan);
        return;
      }
      apply(read(scan), scan);
    }
  }

  /** Returns what is torn off the end of the file, given the first faulty line. */
  private Journal.Dropped torn(JournalScan scan) throws IOException {
    long offset = scan.start();
    long number = scan.number();
    String reason = scan.fault() + " (line " + number + ")";
    while (scan.advance()) {
      if (scan.fault() == null) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s is damaged at byte %d: %s; %d changes before it are whole, and line %d after"
                    + " it. Journal.salvage(folder) cuts it there",
                path,
                offset,
                reason,
                changes,
                scan.number()));
      }
    }
    return new Journal.Dropped(offset, scan.end() - offset, reason);
  }

  private JournalLine<S> read(JournalScan scan) throws IOException {
    try {
      return codec.read(scan.text());
    } catch (IOException | RuntimeException e) {
      throw unreadable(scan, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }

  private IOException unreadable(JournalScan scan, String reason, @Nullable Exception cause) {
    return new IOException(
        String.format(
            Locale.ROOT,
            "%s cannot be read at byte %d: %s (line %d)",
            path,
            scan.start(),
            reason,
            scan.number()),
        cause);
  }

  private void apply(JournalLine<S> line, JournalScan scan) throws IOException {
    if (line instanceof JournalLine.Opened<S> begin) {
      opened = begin;
      witness = begin.witness();
      clock = begin.clock().orElse(clock);
      isClosed = false;
    } else if (isClosed) {
      throw unreadable(scan, "somebody must begin to write before anything is written", null);
    } else if (line instanceof JournalLine.Changed<S> changed) {
      change(changed, scan);
    } else if (line instanceof JournalLine.Closed<S> closed) {
      witness = closed.witness();
      isClosed = true;
    } else {
      compacted = scan.end();
    }
  }

  private void change(JournalLine.Changed<S> changed, JournalScan scan) throws IOException {
    if (!changed.raised().deltaSince(version).equals(changed.raised())) {
      throw unreadable(
          scan,
          "entries must exceed those before them, " + version + ", were " + changed.raised(),
          null);
    }
    Version next = version.merge(changed.raised());
    replay.accept(new Changes<>(version, next, changed.delta()));
    version = next;
    clock = changed.clock().orElse(clock);
    changes++;
  }

  /** Returns under which id to go on, given what proves that the files are what they are. */
  Option<ReplicaId> provenId(Option<Witness> found) {
    if (opened == null || torn != null || found.isEmpty() || !found.equals(witness)) {
      return Option.none();
    }
    return isClosed || opened.durability() == Durability.EACH_UPDATE
        ? Option.of(opened.replica())
        : Option.none();
  }

  Version version() {
    return version;
  }

  Option<HybridTimestamp> clock() {
    return clock;
  }

  /** Returns where the part ends that was compacted, 0 if none was. */
  long compacted() {
    return compacted;
  }

  /** Returns what is torn off the end of the file: the first faulty line and all after it. */
  Option<Journal.Dropped> torn() {
    return Option.of(torn);
  }
}
