package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;

import io.vavr.Function3;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * States of one history, over all of which an equation is to hold.
 *
 * <p>All single states are tried, all pairs of up to 16 states, and all triples of up to 6. Larger
 * pools would cost their square and their cube: of those {@value #PAIRS} pairs and {@value
 * #TRIPLES} triples are tried, strewn evenly by a fixed rule, so that one timeline always gives the
 * same ones.
 *
 * <p>States that are settled have been tried with each other before: a pair or triple of settled
 * states alone is left out, where all pairs or triples are tried.
 *
 * @param <S> the type of the states
 */
final class Pool<S> {

  private static final int PAIRS = 16 * 16;
  private static final int TRIPLES = 6 * 6 * 6;

  /** The golden ratio as a fraction of 2<sup>64</sup>: its multiples fill a range evenly. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final List<Moment<S>> moments;
  private final int settledMoments;
  private final List<Moment<S>> states; // of the moments at the very same state, the first
  private final BitSet settled; // the numbers of those states; never changed

  private Pool(
      List<Moment<S>> moments, int settledMoments, List<Moment<S>> states, BitSet settled) {
    this.moments = moments;
    this.settledMoments = settledMoments;
    this.states = states;
    this.settled = settled;
  }

  /** Returns the pool of distinct moments, of which the first so many added are settled. */
  static <S> Pool<S> of(Distinct<S> distinct, int firstSettled) {
    BitSet settled = new BitSet();
    settled.set(0, distinct.statesAfter(firstSettled));
    return new Pool<>(
        distinct.moments(), distinct.momentsAfter(firstSettled), distinct.states(), settled);
  }

  /** Returns the states of this pool and those of that one that are not in it, for equations. */
  Pool<S> and(Pool<S> others, Answers<S> answers) {
    List<Moment<S>> all = new ArrayList<>(states);
    BitSet allSettled = (BitSet) settled.clone();
    for (int i = 0; i < others.states.size(); i++) {
      Moment<S> moment = others.states.get(i);
      if (all.stream().noneMatch(known -> isSame(known, moment, answers))) {
        allSettled.set(all.size(), others.settled.get(i));
        all.add(moment);
      }
    }
    return new Pool<>(all, 0, all, allSettled);
  }

  private static <S> boolean isSame(Moment<S> a, Moment<S> b, Answers<S> answers) {
    return a.state() == b.state()
        || (a.visible().equals(b.visible()) && answers.areEqual(a.state(), b.state()));
  }

  private boolean isTried(boolean all, int first, int second, int third) {
    return !all || !settled.get(first) || !settled.get(second) || !settled.get(third);
  }

  List<Moment<S>> moments() {
    return moments;
  }

  /**
   * Judges two moments each, every one with every one and with itself, but for settled ones.
   *
   * @param judge gives how they break the law
   */
  Option<Breach> moments(BiFunction<Moment<S>, Moment<S>, Option<Breach>> judge) {
    for (int i = 0; i < moments.size(); i++) {
      for (int j = i < settledMoments ? settledMoments : 0; j < moments.size(); j++) {
        Option<Breach> breach = judge.apply(moments.get(i), moments.get(j));
        if (breach.isDefined()) {
          return breach;
        }
      }
    }
    return Option.none();
  }

  Option<Breach> each(String a, Function<S, Equation> equation) {
    for (int i = settled.nextClearBit(0); i < states.size(); i = settled.nextClearBit(i + 1)) {
      Moment<S> moment = states.get(i);
      Equation instance = equation.apply(moment.state());
      if (!instance.holds()) {
        return Option.some(Breach.of(instance, operand(a, moment)));
      }
    }
    return Option.none();
  }

  Option<Breach> pairs(String a, String b, BiFunction<S, S, Equation> equation) {
    return tried(
        (first, second) -> {
          Equation instance = equation.apply(first.state(), second.state());
          return instance.holds()
              ? Option.none()
              : Option.some(Breach.of(instance, operand(a, first), operand(b, second)));
        });
  }

  /** Hands the same pairs to {@code visitor} of which equations are to hold. */
  void forEachPair(BiConsumer<S, S> visitor) {
    tried(
        (first, second) -> {
          visitor.accept(first.state(), second.state());
          return Option.none();
        });
  }

  private Option<Breach> tried(BiFunction<Moment<S>, Moment<S>, Option<Breach>> judge) {
    int size = states.size();
    long all = (long) size * size;
    for (int i = 0; i < Math.min(all, PAIRS); i++) {
      long pair = all <= PAIRS ? i : strewn(i, all);
      int first = (int) (pair / size);
      int second = (int) (pair % size);
      if (isTried(all <= PAIRS, first, second, second)) {
        Option<Breach> breach = judge.apply(states.get(first), states.get(second));
        if (breach.isDefined()) {
          return breach;
        }
      }
    }
    return Option.none();
  }

  Option<Breach> triples(String a, String b, String c, Function3<S, S, S, Equation> equation) {
    int size = states.size();
    long all = (long) size * size * size;
    for (int i = 0; i < Math.min(all, TRIPLES); i++) {
      long triple = all <= TRIPLES ? i : strewn(i, all);
      int one = (int) (triple / size / size);
      int two = (int) (triple / size % size);
      int three = (int) (triple % size);
      if (!isTried(all <= TRIPLES, one, two, three)) {
        continue;
      }
      Moment<S> first = states.get(one);
      Moment<S> second = states.get(two);
      Moment<S> third = states.get(three);
      Equation instance = equation.apply(first.state(), second.state(), third.state());
      if (!instance.holds()) {
        return Option.some(
            Breach.of(instance, operand(a, first), operand(b, second), operand(c, third)));
      }
    }
    return Option.none();
  }

  private static long strewn(int index, long range) {
    return Math.multiplyHigh((index * GOLDEN) >>> 1, 2 * range);
  }
}
