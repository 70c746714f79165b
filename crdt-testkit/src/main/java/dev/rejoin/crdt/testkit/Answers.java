package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a subject says of the states of one history, each thing asked for once: laws say much of the
 * same pairs. Whether a function answers the same the second time is for {@link Law#TOTAL} to find
 * out, which does not ask here.
 *
 * <p>States are told apart by identity, since {@code equals} is under suspicion itself. They are
 * kept as on a stack: with the last one goes all that is known of it.
 *
 * @param <S> the type of the states
 */
final class Answers<S> {

  // what is asked of two states
  private static final int MERGE = 0;
  private static final int DELTA = 1;
  private static final int AT_MOST = 2;
  private static final int EQUAL = 3;

  private final Calls<S> calls;
  private final BiFunction<S, S, S> merge;
  private final BiFunction<S, S, S> deltaSince;
  private final BiFunction<S, S, Boolean> isAtMost;
  private final BiFunction<S, S, Boolean> equal;
  private final IdentityHashMap<S, Integer> numbers = new IdentityHashMap<>();
  private final List<Known<S>> states = new ArrayList<>();

  Answers(Calls<S> calls) {
    this.calls = calls;
    this.merge = calls::merge;
    this.deltaSince = calls::deltaSince;
    this.isAtMost = calls::isAtMost;
    this.equal = (a, b) -> Equation.equal("a", a, "b", b).holds();
  }

  /** What is known of a state, by itself and together with those kept before it. */
  private static final class Known<S> {

    private final S state;
    private final int number;
    private final @Nullable Object[][] rows = new Object[2 * (EQUAL + 1)][];
    private @Nullable Object value;
    private boolean isObserved;
    private Codec.@Nullable Encoded encoded;
    private @Nullable S recoded;
    private int size = -1;

    Known(S state, int number) {
      this.state = state;
      this.number = number;
    }

    /** Returns the answers for this state as the first or the second of two. */
    @Nullable Object[] row(int question, boolean first) {
      int at = 2 * question + (first ? 0 : 1);
      @Nullable Object[] row = rows[at];
      if (row == null) {
        row = new Object[number + 1];
        rows[at] = row;
      }
      return row;
    }
  }

  /** Keeps a state, if it is not kept yet. */
  void keep(S state) {
    if (numbers.putIfAbsent(state, states.size()) == null) {
      states.add(new Known<>(state, states.size()));
    }
  }

  /** Returns how many states are kept. */
  int kept() {
    return states.size();
  }

  /** Forgets all states but the first so many. */
  void forgetAllBut(int first) {
    while (states.size() > first) {
      numbers.remove(states.remove(states.size() - 1).state);
    }
  }

  S merge(S receiver, S arrived) {
    return ask(MERGE, receiver, arrived, merge);
  }

  S deltaSince(S state, S base) {
    return ask(DELTA, state, base, deltaSince);
  }

  boolean isAtMost(S a, S b) {
    return ask(AT_MOST, a, b, isAtMost);
  }

  /** Returns whether {@code a.equals(b)}, which may differ from {@code b.equals(a)}. */
  boolean areEqual(S a, S b) {
    return a == b || ask(EQUAL, a, b, equal);
  }

  @SuppressWarnings(
      "unchecked") // each question has one function, whose answers alone are put there
  private <T> T ask(int question, S a, S b, BiFunction<S, S, T> function) {
    Integer first = numbers.get(a);
    Integer second = numbers.get(b);
    if (first == null || second == null) {
      return function.apply(a, b);
    }
    boolean isLater = first >= second;
    @Nullable Object[] row = states.get(isLater ? first : second).row(question, isLater);
    int column = isLater ? second : first;
    Object answer = row[column];
    if (answer == null) {
      answer = function.apply(a, b);
      row[column] = answer;
    }
    return (T) answer;
  }

  private @Nullable Known<S> known(S state) {
    Integer number = numbers.get(state);
    return number == null ? null : states.get(number);
  }

  @Nullable Object observe(S state) {
    Known<S> known = known(state);
    if (known == null) {
      return calls.observe(state);
    }
    if (!known.isObserved) {
      known.value = calls.observe(state);
      known.isObserved = true;
    }
    return known.value;
  }

  Codec.Encoded encode(S state) {
    Known<S> known = known(state);
    if (known == null) {
      return calls.encode(state);
    }
    if (known.encoded == null) {
      known.encoded = calls.encode(state);
    }
    return known.encoded;
  }

  S recode(S state) {
    Known<S> known = known(state);
    if (known == null) {
      return calls.recode(state);
    }
    if (known.recoded == null) {
      known.recoded = calls.decode(encode(state), state);
    }
    return known.recoded;
  }

  /** Returns how large a state is: its encoding if there is a codec, else all that it holds. */
  int size(S state) {
    Known<S> known = known(state);
    if (known == null) {
      return measured(state);
    }
    if (known.size < 0) {
      known.size = measured(state);
    }
    return known.size;
  }

  /** Returns the size as it is if the state held nothing twice that is one and the same object. */
  int sizeUnshared(S state) {
    return calls.hasCodec() ? size(state) : Fingerprint.sizeUnshared(state);
  }

  private int measured(S state) {
    return calls.hasCodec() ? encode(state).size() : Fingerprint.of("state", state).size();
  }
}
