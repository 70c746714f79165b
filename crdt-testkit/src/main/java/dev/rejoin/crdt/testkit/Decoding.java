package dev.rejoin.crdt.testkit;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The reading of encodings that may not come to an end: on a thread of its own, which is left to
 * itself when nothing more comes of it. There is no way to stop it, and a daemon it does not keep
 * the virtual machine from ending.
 */
final class Decoding {

  /** So generous that a machine that is slow, or busy, raises no false alarm. */
  static final long SECONDS = 10;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long TICK = 100; // milliseconds

  private Decoding() {}

  /**
   * Reads the encodings one by one.
   *
   * @return for each what was thrown, or the state; fewer if there was no answer for the next one
   *     for {@value #SECONDS} seconds
   */
  static <S> List<Either<Throwable, S>> all(Codec<S> codec, List<Mangled> mangled) {
    List<Either<Throwable, S>> answers = Collections.synchronizedList(new ArrayList<>());
    Runnable reading = () -> mangled.forEach(next -> answers.add(answer(codec, next)));
    Thread reader = new Thread(reading, "decoding of mangled states");
    reader.setDaemon(true);
    reader.start();
    await(reader, answers);
    synchronized (answers) {
      return List.copyOf(answers);
    }
  }

  private static void await(Thread reader, List<?> answers) {
    int before = 0;
    long quietSince = System.nanoTime();
    try {
      while (reader.isAlive() && System.nanoTime() - quietSince < SECONDS * SECOND) {
        reader.join(TICK);
        if (answers.size() > before) {
          before = answers.size();
          quietSince = System.nanoTime();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a mangled state was decoded", e);
    } finally {
      reader.interrupt();
    }
  }

  private static <S> Either<Throwable, S> answer(Codec<S> codec, Mangled mangled) {
    try {
      return Either.right(codec.decode().apply(mangled.encoded()));
    } catch (Throwable e) { // a law says which of them may be
      return Either.left(e);
    }
  }
}
