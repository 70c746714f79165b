package dev.rejoin.crdt.json;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A disk that takes what is written in some twenty pieces, and waits after each. It forces nothing:
 * what was written outlasts the process as it is.
 */
final class PiecewiseDisk implements Disk {

  private static final int PIECES = 20;

  private final SplittableRandom random;
  private final long pause;

  PiecewiseDisk(SplittableRandom random, long pause) {
    this.random = random;
    this.pause = pause;
  }

  @Override
  public void write(RandomAccessFile file, long at, byte[] bytes) throws IOException {
    int longest = 1 + 2 * bytes.length / PIECES;
    file.seek(at);
    for (int from = 0; from < bytes.length; ) {
      int length = Math.min(bytes.length - from, 1 + random.nextInt(longest));
      file.write(bytes, from, length);
      from += length;
      LockSupport.parkNanos(pause);
    }
  }

  @Override
  public void force(RandomAccessFile file) {}
}
