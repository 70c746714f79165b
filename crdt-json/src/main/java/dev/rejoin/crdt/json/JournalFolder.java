package dev.rejoin.crdt.json;

import dev.rejoin.crdt.ReplicaId;
import io.vavr.control.Option;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder of a journal, locked for as long as this is open. */
final class JournalFolder implements Closeable {

  /** Locks that this process has. A second channel on one of them would release it when closed. */
  private static final Set<String> HELD = new HashSet<>(); // guarded by itself

  private static final String LOCK = "journal.lock";
  private static final int MAX_NONCE = 64;

  private final Path path;
  private final Disk disk;
  private final String held;
  private final RandomAccessFile lock;

  private JournalFolder(Path path, Disk disk, String held, RandomAccessFile lock) {
    this.path = path;
    this.disk = disk;
    this.held = held;
    this.lock = lock;
  }

  /**
   * Locks a folder, which is made if there is none.
   *
   * @throws IllegalStateException if somebody has locked it
   */
  static JournalFolder lock(Path path, Disk disk) throws IOException {
    make(path, disk);
    makeLock(path);
    String held = keyOf(path.resolve(LOCK), disk);
    synchronized (HELD) {
      if (!HELD.add(held)) {
        throw inUse(path, null);
      }
    }
    try {
      return new JournalFolder(path, disk, held, locked(path));
    } catch (IOException | RuntimeException | Error e) {
      release(held);
      throw e;
    }
  }

  private static void make(Path path, Disk disk) throws IOException {
    List<Path> parents = new ArrayList<>();
    for (Path at = path; at != null && Files.notExists(at); at = at.getParent()) {
      if (at.getParent() != null) {
        parents.add(at.getParent());
      }
    }
    Files.createDirectories(path);
    for (Path parent : parents) {
      disk.forceNames(parent);
    }
  }

  private static void makeLock(Path path) throws IOException {
    if (Files.notExists(path.resolve(LOCK))) {
      try {
        Files.createFile(path.resolve(LOCK));
      } catch (FileAlreadyExistsException e) {
        return; // another process was faster
      }
    }
  }

  private static String keyOf(Path file, Disk disk) throws IOException {
    String key = disk.key(file);
    return key == null ? file.toRealPath().toString() : key;
  }

  @SuppressWarnings("resource") // closing the file closes its channel
  private static RandomAccessFile locked(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.resolve(LOCK).toFile(), "rw");
    try {
      if (file.getChannel().tryLock() == null) {
        throw inUse(path, null);
      }
      return file;
    } catch (OverlappingFileLockException e) {
      close(file, e);
      throw inUse(path, e);
    } catch (IOException | RuntimeException | Error e) {
      close(file, e);
      throw e;
    }
  }

  private static void close(Closeable file, Throwable failure) {
    try {
      file.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static IllegalStateException inUse(Path path, @Nullable Exception cause) {
    return new IllegalStateException(
        "journal must be opened once at a time, but " + path + " is open already", cause);
  }

  private static void release(String held) {
    synchronized (HELD) {
      HELD.remove(held);
    }
  }

  Path path() {
    return path;
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /**
   * Returns what proves that the lock and {@code journal} are what they are now, if anything can.
   */
  Option<Witness> witness(Path journal) throws IOException {
    String key = disk.key(path.resolve(LOCK));
    String changed = disk.changed(path.resolve(LOCK));
    String journalKey = disk.key(journal);
    return key == null || changed == null || journalKey == null
        ? Option.none()
        : Option.of(new Witness(nonce(), key, changed, journalKey));
  }

  private String nonce() throws IOException {
    byte[] bytes = new byte[(int) Math.min(MAX_NONCE, lock.length())];
    lock.seek(0);
    lock.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Makes every witness that there was untrue. */
  void renew() throws IOException {
    byte[] nonce = ReplicaId.random().value().getBytes(StandardCharsets.ISO_8859_1);
    disk.cut(lock, 0);
    disk.write(lock, 0, nonce);
    disk.force(lock);
  }

  @Override
  public void close() throws IOException {
    try {
      lock.close();
    } finally {
      release(held);
    }
  }
}
