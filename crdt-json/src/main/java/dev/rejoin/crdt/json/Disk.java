package dev.rejoin.crdt.json;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * All that a journal does to a disk that can fail, a step at a time.
 *
 * <p>Files are not written by channels, which an interrupt closes for good in the middle of an
 * update.
 */
interface Disk {

  /** The one that there is. */
  Disk REAL = new Disk() {};

  /** Writes at that place, beyond which there may be nothing. */
  default void write(RandomAccessFile file, long at, byte[] bytes) throws IOException {
    file.seek(at);
    file.write(bytes);
  }

  /** Returns once all that was written has reached the disk. */
  default void force(RandomAccessFile file) throws IOException {
    file.getFD().sync();
  }

  default void cut(RandomAccessFile file, long length) throws IOException {
    file.setLength(length);
  }

  /** Puts a file in the place of another, in one step. */
  default void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Returns once the names of the files in a folder have reached the disk. */
  default void forceNames(Path folder) throws IOException {
    boolean wasInterrupted = false;
    try {
      while (!tryToForceNames(folder)) {
        wasInterrupted |= Thread.interrupted();
      }
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean tryToForceNames(Path folder) throws IOException {
    if (key(folder) == null) {
      return true; // folders cannot be opened where files have no keys
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
      return true;
    } catch (ClosedByInterruptException e) {
      return false;
    }
  }

  /** Returns what tells a file from all others that there are now, or null. */
  default @Nullable String key(Path file) throws IOException {
    Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return key == null ? null : key.toString();
  }

  /** Returns when a file was last written, renamed or the like, which nobody can set, or null. */
  default @Nullable String changed(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? Files.getAttribute(file, "unix:ctime").toString()
        : null;
  }
}
