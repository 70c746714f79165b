package dev.rejoin.crdt.json;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk that fails at the step of one number, from 1. It forces nothing, to be fast. */
final class FailingDisk implements Disk {

  /** What becomes of a step that fails. */
  enum Fault {
    /** Nothing of it is done. */
    UNDONE,
    /** Half of what was to be written is, and all of any other step is done. */
    HALF_DONE,
    /** Nothing of it is done, nor of any later step. */
    FOR_GOOD
  }

  private final int failing;
  private final Fault fault;
  private int steps;

  FailingDisk(int failing, Fault fault) {
    this.failing = failing;
    this.fault = fault;
  }

  int steps() {
    return steps;
  }

  private interface Step {
    void run() throws IOException;
  }

  private void step(Step whole, Step half) throws IOException {
    steps++;
    if (steps == failing || (steps > failing && fault == Fault.FOR_GOOD)) {
      if (fault == Fault.HALF_DONE) {
        half.run();
      }
      throw new IOException("No space left on device");
    }
    whole.run();
  }

  @Override
  public void write(RandomAccessFile file, long at, byte[] bytes) throws IOException {
    step(
        () -> Disk.super.write(file, at, bytes),
        () -> Disk.super.write(file, at, Arrays.copyOf(bytes, bytes.length / 2)));
  }

  @Override
  public void force(RandomAccessFile file) throws IOException {
    step(() -> {}, () -> {});
  }

  @Override
  public void cut(RandomAccessFile file, long length) throws IOException {
    Step cut = () -> Disk.super.cut(file, length);
    step(cut, cut);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Step move = () -> Disk.super.move(from, to);
    step(move, move);
  }

  @Override
  public void forceNames(Path folder) throws IOException {
    step(() -> {}, () -> {});
  }
}
