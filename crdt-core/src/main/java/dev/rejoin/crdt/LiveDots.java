package dev.rejoin.crdt;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The live dots of one state that is being read back, however deep its parts are nested: each must
 * be in the context of the whole state, and lives at one place only. For one state, by one thread.
 *
 * <pre>{@code
 * LiveDots dots = LiveDots.under(flag.context());
 * EWFlag.Builder builder = EWFlag.builderUnder(dots);
 * flag.forEachLive(builder::live);
 * EWFlag read = builder.build();
 * }</pre>
 */
public final class LiveDots {

  private final CausalContext context; // an object of its own, which tells what was read under it
  private final @Nullable Counters[] given; // of replicas of the context, in its order
  private @Nullable ReplicaId latest; // which was asked for, as it will be again
  private int latestIndex;

  private LiveDots(CausalContext context) {
    this.context = context;
    this.given = new Counters[context.replicas()];
  }

  /**
   * Returns the live dots, none so far, of a state that has seen {@code context}.
   *
   * @throws NullPointerException if {@code context} is null
   */
  public static LiveDots under(CausalContext context) {
    return new LiveDots(CausalContext.of(Objects.requireNonNull(context, "context").ranges()));
  }

  /** Returns every dot that the whole state has seen, live or not. */
  public CausalContext context() {
    return context;
  }

  /** Takes note of a live dot and returns it. */
  Dot live(Dot dot) {
    int replica = indexOf(dot.replica());
    if (replica < 0 || !context.includes(replica, dot.counter())) {
      throw new IllegalArgumentException(
          "a live dot must be in the context, but " + dot + " is not");
    }
    if (!given(replica).add(dot.counter())) {
      throw new IllegalArgumentException(
          "a dot must live at one place only, but " + dot + " does at two");
    }
    return dot;
  }

  private int indexOf(ReplicaId replica) {
    if (replica != latest) {
      latestIndex = context.indexOf(replica);
      latest = replica;
    }
    return latestIndex;
  }

  private Counters given(int replica) {
    Counters counters = given[replica];
    if (counters == null) {
      counters = new Counters();
      given[replica] = counters;
    }
    return counters;
  }

  /**
   * Counters of one replica, 64 to a word. Most are given in order, and need the last word alone.
   */
  private static final class Counters {

    private long[] numbers = new long[2]; // of words, ascending
    private long[] words = new long[2]; // a word to each number
    private int size;
    private final Map<Long, Long> others = new HashMap<>(); // words that came after later ones

    /** Adds a counter, unless it was given before: then returns false. */
    private boolean add(long counter) {
      long number = counter / Long.SIZE;
      long bit = 1L << counter % Long.SIZE;
      int at = place(number);
      if (at < 0) {
        long other = others.getOrDefault(number, 0L);
        others.put(number, other | bit);
        return (other & bit) == 0;
      }
      long word = words[at];
      words[at] = word | bit;
      return (word & bit) == 0;
    }

    /**
     * Returns where the word of a number is, made if it comes last; negative if it is not there.
     */
    private int place(long number) {
      if (size > 0 && number <= numbers[size - 1]) {
        return number == numbers[size - 1]
            ? size - 1
            : Arrays.binarySearch(numbers, 0, size, number);
      }
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
        words = Arrays.copyOf(words, 2 * size);
      }
      numbers[size] = number;
      return size++;
    }
  }
}
