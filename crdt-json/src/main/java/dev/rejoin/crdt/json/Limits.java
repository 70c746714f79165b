package dev.rejoin.crdt.json;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much a {@link CrdtModule} reads of what strangers send, where nothing is wrong but the
 * amount. What exceeds a limit is refused, with the limit and the path; writing has none.
 *
 * <pre>{@code
 * Limits limits = Limits.defaults().withReplicas(50).withClock(clock, Duration.ofDays(1));
 * ObjectMapper mapper = new ObjectMapper().registerModule(new CrdtModule(limits));
 * }</pre>
 *
 * <p>A {@link Journal} reads back what it wrote, whatever the limits of its mapper.
 *
 * <p>These are the limits of what this module reads itself. Elements, keys and values are read by
 * the deserializers of their own types, within the {@code StreamReadConstraints} of the mapper's
 * factory, which hold for all of the input: unless set otherwise, Jackson takes a nesting of 1,000
 * arrays and objects, strings of 20,000,000 characters, names of 50,000, numbers of 1,000, and
 * documents of any length. An id has 64 characters at the most, see {@link
 * dev.rejoin.crdt.ReplicaId#MAX_LENGTH}.
 */
public final class Limits {

  private static final Limits NONE =
      new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, null, Duration.ZERO);
  private static final Limits DEFAULTS = new Limits(100_000, 200, 1_000, null, Duration.ZERO);

  private final int replicas;
  private final int depth;
  private final int collisions;
  private final @Nullable Clock clock;
  private final Duration ahead;

  private Limits(int replicas, int depth, int collisions, @Nullable Clock clock, Duration ahead) {
    this.replicas = replicas;
    this.depth = depth;
    this.collisions = collisions;
    this.clock = clock;
    this.ahead = ahead;
  }

  /**
   * Returns the limits of a module that is made without: 100,000 replicas, states nested 200 deep,
   * 1,000 contents of one hash code, and no clock.
   */
  public static Limits defaults() {
    return DEFAULTS;
  }

  /** Returns the limits of who reads what only he himself has written: none. */
  public static Limits none() {
    return NONE;
  }

  private static int atLeastOne(String subject, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(subject + " must be at least 1, was " + limit);
    }
    return limit;
  }

  /**
   * Returns these limits with so many replicas at the most, in each list of them that a value has.
   *
   * @throws IllegalArgumentException if {@code most} is below 1
   */
  public Limits withReplicas(int most) {
    return new Limits(atLeastOne("replicas", most), depth, collisions, clock, ahead);
  }

  /**
   * Returns these limits with states nested so deep at the most. Each map and each record in a map
   * counts as one; reading takes some of the thread's stack for each, as Jackson does for contents.
   *
   * @throws IllegalArgumentException if {@code most} is below 1
   */
  public Limits withDepth(int most) {
    return new Limits(replicas, atLeastOne("depth", most), collisions, clock, ahead);
  }

  /**
   * Returns these limits with so many elements of one set, or keys of one map, of which all have
   * the same hash code. Each of them is compared with all others, which is what one who crafts them
   * is after; strings, which are compared by their order, and {@code Integer} and {@code Long} are
   * not counted, unless they are values of one timestamp.
   *
   * @throws IllegalArgumentException if {@code most} is below 1
   */
  public Limits withCollisions(int most) {
    return new Limits(replicas, depth, atLeastOne("collisions", most), clock, ahead);
  }

  /**
   * Returns these limits with timestamps that are so far ahead of a clock at the most. Whoever sets
   * his clock to a later year wins all that is decided by timestamps until then. What is refused
   * may be read once the clock has caught up, so peers must be willing to send it again.
   *
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if {@code most} is negative
   */
  public Limits withClock(Clock clock, Duration most) {
    Objects.requireNonNull(clock, "clock");
    if (Objects.requireNonNull(most, "most").isNegative()) {
      throw new IllegalArgumentException("most must not be negative, was " + most);
    }
    return new Limits(replicas, depth, collisions, clock, most);
  }

  int replicas() {
    return replicas;
  }

  int depth() {
    return depth;
  }

  int collisions() {
    return collisions;
  }

  /** Returns the milliseconds of the latest timestamp. */
  long latestMillis() {
    if (clock == null) {
      return Long.MAX_VALUE;
    }
    try {
      return Math.addExact(clock.millis(), ahead.toMillis());
    } catch (ArithmeticException beyondAllTimestamps) {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public String toString() {
    return "replicas=%s, depth=%s, collisions=%s, %s"
        .formatted(
            shown(replicas),
            shown(depth),
            shown(collisions),
            clock == null ? "any timestamp" : "timestamps up to " + ahead + " ahead of " + clock);
  }

  private static String shown(int limit) {
    return limit == Integer.MAX_VALUE ? "any" : String.valueOf(limit);
  }
}
