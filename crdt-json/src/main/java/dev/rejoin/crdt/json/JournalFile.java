package dev.rejoin.crdt.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows by whole lines. Once it is unknown what the disk holds of it, it is broken, and
 * grows no more.
 */
final class JournalFile implements Closeable {

  private final Disk disk;
  private final RandomAccessFile file;
  private long end;
  private @Nullable Exception breakage;

  private JournalFile(Path path, Disk disk) throws IOException {
    this.disk = disk;
    this.file = opened(path);
    this.end = file.length();
  }

  private static RandomAccessFile opened(Path path) throws IOException {
    return new RandomAccessFile(path.toFile(), "rw");
  }

  /** Opens a file, or makes one. */
  static JournalFile open(Path path, Disk disk) throws IOException {
    return new JournalFile(path, disk);
  }

  /** Returns a scan from the beginning on, until this is used otherwise. */
  JournalScan scan() throws IOException {
    file.seek(0);
    return new JournalScan(file::read);
  }

  long end() {
    return end;
  }

  /** Adds a line; if this throws, the line is not there, or this is broken. */
  void append(byte[] line, boolean isForced) throws IOException {
    try {
      disk.write(file, end, line);
    } catch (IOException | RuntimeException | Error e) {
      takeBack(e);
      throw e;
    }
    if (isForced) {
      force();
    }
    end += line.length;
  }

  private void takeBack(Throwable failure) {
    try {
      disk.cut(file, end);
      disk.force(file);
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
      breakage = e;
    }
  }

  /** Returns once all lines have reached the disk; this is broken if that fails. */
  void force() throws IOException {
    try {
      disk.force(file);
    } catch (IOException | RuntimeException e) {
      breakage = e;
      throw e;
    }
  }

  /** Cuts off what follows that place, which reaches the disk. */
  void cut(long place) throws IOException {
    disk.cut(file, place);
    end = place;
    force();
  }

  /** Adds what follows that place to another file, which reaches the disk. */
  void copyFrom(long place, Path other) throws IOException {
    try (RandomAccessFile target = opened(other)) {
      byte[] buffer = new byte[1 << 16];
      file.seek(place);
      target.seek(target.length());
      for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
        target.write(buffer, 0, read);
      }
      disk.force(target);
    }
  }

  /** Lets this grow no more. */
  void breakBy(Exception cause) {
    breakage = cause;
  }

  @Nullable Exception breakage() {
    return breakage;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
