package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Store;
import dev.rejoin.crdt.sync.Version;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a replica in a folder, as a file to which every change is added before it can be seen.
 *
 * <pre>{@code
 * TypeReference<ORSet<String>> type = new TypeReference<>() {};
 * try (Replica<ORSet<String>> phone = Replica.open(Journal.open(folder, type), ORSet.empty())) {
 *   phone.update((list, me) -> list.add(me, "milk"));
 * }
 * }</pre>
 *
 * <p><b>Files.</b> {@code journal.jsonl} has a line of JSON for each change, with a checksum before
 * it. A line that was torn at its end by a crash is cut off at the next opening, see {@link
 * #dropped}; a line that is damaged in the middle is refused, see {@link #salvage}. When it has
 * grown to several times its size, it is written anew and renamed in one step. {@code journal.lock}
 * is locked while the journal is open: one process, and one journal in it, at a time. Leave it
 * alone meanwhile: where locks are those of POSIX, a process that opens and closes it once more
 * lets go of the lock.
 *
 * <p><b>Identity.</b> Two that write under one id destroy each other's edits. So the id is kept
 * only if these are provably the very files that were written last, of which nothing was cut off:
 * by the keys that the file system gives them, by the time at which the lock was last changed, and
 * by a nonce in it. A copied folder, a restored backup and files moved to another disk are read as
 * they are, and edited under a fresh id; so is every journal where there are no such keys and
 * times, as on Windows. What cannot be told from the very files is a snapshot of a whole disk or a
 * running machine that is started again, and an older {@code journal.jsonl} from before a crash
 * that was put in the place of the one that the crash left, the lock being left alone. This is
 * found out, and answered by {@link dev.rejoin.crdt.sync.Outcome#NEW_ID}, when another replica
 * sends edits that were made under the id meanwhile.
 *
 * <p><b>Threads.</b> To be used by one replica, which sees to that.
 *
 * <p><b>Cost.</b> A change takes the JSON of what it changed, and waits as long as its {@link
 * Durability} says. Opening reads all lines, one in memory at a time.
 *
 * @param <S> the type of the whole state
 */
public final class Journal<S extends Crdt<S>> implements Store<S> {

  private static final String FILE = "journal.jsonl";
  private static final String NEXT_FILE = "journal.jsonl.new";
  private static final long SMALL = 1 << 16;
  private static final int GROWTH = 4;

  private final JournalFolder folder;
  private final Disk disk;
  private final JournalCodec<S> codec;
  private final Durability durability;

  private @Nullable JournalFile file; // once opened
  private Version version = Version.empty();
  private Option<HybridTimestamp> clock = Option.none();
  private Option<ReplicaId> writing = Option.none(); // who has begun to write since it was opened
  private long bulkyBeyond;
  private boolean isReady; // all lines were read
  private boolean isClosed;
  private volatile Option<Dropped> dropped = Option.none();

  private Journal(JournalFolder folder, Disk disk, JournalCodec<S> codec, Durability durability) {
    this.folder = folder;
    this.disk = disk;
    this.codec = codec;
    this.durability = durability;
  }

  /**
   * What was cut off the end of a journal.
   *
   * @param offset where that began
   * @param bytes how long it was
   * @param reason what was wrong with it
   */
  public record Dropped(long offset, long bytes, String reason) {}

  /**
   * Returns the journal of that folder, which is made if there is none, with a mapper of its own
   * and {@link Durability#EACH_UPDATE}.
   *
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the folder is not on the default file system
   * @throws IllegalStateException if the journal is open already, here or in another process
   * @throws UncheckedIOException if the folder cannot be made or written
   */
  public static <S extends Crdt<S>> Journal<S> open(Path folder, TypeReference<S> type) {
    return open(folder, type, new ObjectMapper(), Durability.EACH_UPDATE);
  }

  /**
   * Returns the journal of that folder, which is made if there is none.
   *
   * @param mapper is copied, given the {@link CrdtModule}, and made to refuse unknown properties,
   *     which would be lost when the journal is written anew
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the folder is not on the default file system, or the mapper
   *     does not write JSON that it can read
   * @throws IllegalStateException if the journal is open already, here or in another process
   * @throws UncheckedIOException if the folder cannot be made or written
   */
  public static <S extends Crdt<S>> Journal<S> open(
      Path folder, TypeReference<S> type, ObjectMapper mapper, Durability durability) {
    return open(folder, type, mapper, durability, Disk.REAL);
  }

  static <S extends Crdt<S>> Journal<S> open(
      Path folder, TypeReference<S> type, ObjectMapper mapper, Durability durability, Disk disk) {
    Objects.requireNonNull(durability, "durability");
    JournalCodec<S> codec =
        new JournalCodec<>(
            Objects.requireNonNull(type, "type"), Objects.requireNonNull(mapper, "mapper"));
    return new Journal<>(lock(folder, disk), disk, codec, durability);
  }

  private static JournalFolder lock(Path folder, Disk disk) {
    if (Objects.requireNonNull(folder, "folder").getFileSystem() != FileSystems.getDefault()) {
      throw new IllegalArgumentException(
          "folder must be on the default file system, was " + folder.toUri());
    }
    try {
      return JournalFolder.lock(folder.toAbsolutePath(), disk);
    } catch (IOException e) {
      throw new UncheckedIOException("journal in " + folder + " cannot be locked", e);
    }
  }

  /**
   * Cuts a journal that is damaged at its first damaged line, and returns what was cut off, or none
   * if it is whole. All changes before it are kept; what was cut off is added to {@code
   * journal.damaged}. A replica that is opened then has a fresh id, and lacks what was cut off
   * unless others have it.
   *
   * @throws NullPointerException if {@code folder} is null
   * @throws IllegalArgumentException if the folder is not on the default file system
   * @throws IllegalStateException if the journal is open, here or in another process
   * @throws UncheckedIOException if a file cannot be read or written
   */
  public static Option<Dropped> salvage(Path folder) {
    if (Files.notExists(folder.resolve(FILE))) {
      return Option.none();
    }
    try (JournalFolder locked = lock(folder, Disk.REAL)) {
      return Salvage.of(locked, locked.file(FILE), Disk.REAL);
    } catch (IOException e) {
      throw new UncheckedIOException("journal in " + folder + " cannot be salvaged", e);
    }
  }

  /** Returns what was cut off when this was opened by a replica: a line that a crash had torn. */
  public Option<Dropped> dropped() {
    return dropped;
  }

  @Override
  public Opening open(Consumer<? super Changes<S>> replay) {
    if (file != null || isClosed) {
      throw new IllegalStateException(
          "journal in " + folder.path() + " must be opened by one replica only, once");
    }
    try {
      Files.deleteIfExists(folder.file(NEXT_FILE));
      file = JournalFile.open(folder.file(FILE), disk);
      Option<Witness> found = folder.witness(folder.file(FILE));
      Recovery<S> recovery = new Recovery<>(folder.file(FILE), codec, replay);
      recovery.run(file.scan());
      settle(file, recovery.torn());
      version = recovery.version();
      clock = recovery.clock();
      bulkyBeyond = bulkyBeyond(recovery.compacted());
      isReady = true;
      return new Opening(recovery.provenId(found), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Makes what was read last, since it can be seen from here on. */
  private void settle(JournalFile read, Option<Dropped> torn) throws IOException {
    if (torn.isDefined()) {
      folder.renew(); // without the torn line, these would look like the very files again
      read.cut(torn.get().offset());
      dropped = torn;
    } else if (durability == Durability.EACH_UPDATE) {
      read.force();
    }
  }

  private JournalFile writable() {
    JournalFile out = file;
    if (out == null || !isReady || isClosed) {
      throw new IllegalStateException("journal in " + folder.path() + " is not open");
    }
    if (out.breakage() != null) {
      throw broken(out.breakage());
    }
    return out;
  }

  private IllegalStateException broken(@Nullable Exception breakage) {
    return new IllegalStateException(
        "journal in "
            + folder.path()
            + " must be closed and opened again, since it is unknown what the disk holds",
        breakage);
  }

  @Override
  public void append(Writer writer, Changes<S> changes) {
    JournalFile out = writable();
    requireNext(changes, version);
    Option<HybridTimestamp> moved = writer.clock().filter(stamp -> !clock.contains(stamp));
    try {
      byte[] line = codec.line(changed(moved, changes));
      begin(out, writer.id());
      out.append(line, durability == Durability.EACH_UPDATE);
    } catch (IOException e) {
      throw failed(e);
    }
    version = changes.version();
    clock = moved.orElse(clock);
  }

  private static <S extends Crdt<S>> JournalLine<S> changed(
      Option<HybridTimestamp> clock, Changes<S> changes) {
    Version raised = changes.version().deltaSince(changes.since());
    return new JournalLine.Changed<>(clock, raised, changes.delta());
  }

  private void requireNext(Changes<S> changes, Version before) {
    if (!changes.since().equals(before)) {
      throw new IllegalArgumentException(
          "changes must follow those before them, " + before + ", were since " + changes.since());
    }
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("journal in " + folder.path() + " cannot be written", e);
  }

  /** Sees to it that the last line that opens the journal is of this opening and that id. */
  private void begin(JournalFile out, ReplicaId id) throws IOException {
    if (!writing.contains(id)) {
      folder.renew();
      out.append(codec.line(opening(id, Option.none(), folder.file(FILE))), true);
      disk.forceNames(folder.path());
      writing = Option.of(id);
    }
  }

  private JournalLine<S> opening(ReplicaId id, Option<HybridTimestamp> latest, Path journal)
      throws IOException {
    return new JournalLine.Opened<>(id, latest, durability, folder.witness(journal));
  }

  @Override
  public boolean isBulky() {
    return file != null && isReady && file.end() > bulkyBeyond;
  }

  @Override
  public void replace(Writer writer, Iterable<Changes<S>> changes) {
    JournalFile before = writable();
    Path next = folder.file(NEXT_FILE);
    bulkyBeyond = 2 * before.end(); // not again at once if this fails
    writing = Option.none();
    try {
      folder.renew();
      Version reached = write(next, writer, changes);
      JournalFile after = swap(before, next);
      file = after;
      bulkyBeyond = bulkyBeyond(after.end());
      version = reached;
    } catch (IOException e) {
      delete(next, e);
      throw failed(e);
    } catch (RuntimeException | Error e) {
      delete(next, e);
      throw e;
    }
    clock = writer.clock().orElse(clock);
    writing = Option.of(writer.id());
  }

  private Version write(Path next, Writer writer, Iterable<Changes<S>> changes) throws IOException {
    Version reached = Version.empty();
    try (JournalFile out = JournalFile.open(next, disk)) {
      out.cut(0);
      out.append(codec.line(opening(writer.id(), writer.clock(), next)), false);
      for (Changes<S> each : changes) {
        requireNext(each, reached);
        out.append(codec.line(changed(Option.none(), each)), false);
        reached = each.version();
      }
      out.append(codec.line(new JournalLine.Compacted<>()), true);
    }
    return reached;
  }

  private JournalFile swap(JournalFile before, Path next) throws IOException {
    try {
      before.close();
      disk.move(next, folder.file(FILE));
      disk.forceNames(folder.path());
      return JournalFile.open(folder.file(FILE), disk);
    } catch (IOException | RuntimeException e) {
      goOn(before, next, e);
      throw e;
    }
  }

  /** Goes on with the file that was to be replaced, unless it is unknown which one is there. */
  private void goOn(JournalFile before, Path next, Exception failure) {
    if (Files.exists(next)) {
      try {
        file = JournalFile.open(folder.file(FILE), disk);
        return;
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
    before.breakBy(failure);
  }

  private static void delete(Path next, Throwable failure) {
    try {
      Files.deleteIfExists(next);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static long bulkyBeyond(long compacted) {
    return Math.max(SMALL, GROWTH * compacted);
  }

  /**
   * Lets go of the folder. What proves that these are the very files is renewed, so that a backup
   * from before does not pass for them.
   *
   * @throws UncheckedIOException if a file cannot be written
   * @throws IllegalStateException if it is unknown whether what was kept has reached the disk
   */
  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try {
      closeFiles();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void closeFiles() throws IOException {
    try {
      if (file != null) {
        try {
          seal(file);
        } finally {
          file.close();
        }
      }
    } finally {
      folder.close();
    }
  }

  private void seal(JournalFile out) throws IOException {
    if (out.breakage() != null) {
      if (durability == Durability.ON_CLOSE) {
        throw broken(out.breakage());
      }
    } else if (writing.isDefined()) {
      folder.renew();
      out.append(codec.line(new JournalLine.Closed<>(folder.witness(folder.file(FILE)))), true);
    }
  }
}
