package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;

import io.vavr.Function3;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private final List<Moment<S>> states; // of the moments at the very same state, the first
  private final BitSet settled; // the numbers of those states; never changed

  private Pool(List<Moment<S>> moments, List<Moment<S>> states, BitSet settled) {
    this.moments = List.copyOf(moments);
    this.states = List.copyOf(states);
    this.settled = settled;
  }

  /** Returns the pool of those moments, with one only of equal states with equal visible edits. */
  static <S> Pool<S> of(Collection<Moment<S>> moments) {
    return of(moments, 0);
  }

  /** Returns the pool of those moments, of which the first ones are settled. */
  static <S> Pool<S> of(Collection<Moment<S>> moments, int firstSettled) {
    List<Moment<S>> distinct = new ArrayList<>();
    List<Moment<S>> states = new ArrayList<>();
    BitSet settled = new BitSet();
    Set<Moment<S>> known = new HashSet<>();
    int number = 0;
    for (Moment<S> moment : moments) {
      if (known.add(new Moment<>("", moment.state(), moment.visible()))) {
        distinct.add(moment);
        if (isNew(moment, states)) {
          settled.set(states.size(), number < firstSettled);
          states.add(moment);
        }
      }
      number++;
    }
    return new Pool<>(distinct, states, settled);
  }

  private static <S> boolean isNew(Moment<S> moment, List<Moment<S>> states) {
    for (Moment<S> other : states) {
      if (other.state() == moment.state()) {
        return false;
      }
    }
    return true;
  }

  /** Returns the states of this pool and of that one, for equations. */
  Pool<S> and(Pool<S> others) {
    List<Moment<S>> all = new ArrayList<>(states);
    BitSet allSettled = (BitSet) settled.clone();
    Set<Moment<S>> known = new HashSet<>();
    states.forEach(moment -> known.add(new Moment<>("", moment.state(), moment.visible())));
    for (int i = 0; i < others.states.size(); i++) {
      Moment<S> moment = others.states.get(i);
      if (known.add(new Moment<>("", moment.state(), moment.visible())) && isNew(moment, all)) {
        allSettled.set(all.size(), others.settled.get(i));
        all.add(moment);
      }
    }
    return new Pool<>(all, all, allSettled);
  }

  private boolean isTried(boolean all, int first, int second, int third) {
    return !all || !settled.get(first) || !settled.get(second) || !settled.get(third);
  }

  List<Moment<S>> moments() {
    return moments;
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
    int size = states.size();
    long all = (long) size * size;
    for (int i = 0; i < Math.min(all, PAIRS); i++) {
      long pair = all <= PAIRS ? i : strewn(i, all);
      int one = (int) (pair / size);
      int two = (int) (pair % size);
      if (!isTried(all <= PAIRS, one, two, two)) {
        continue;
      }
      Moment<S> first = states.get(one);
      Moment<S> second = states.get(two);
      Equation instance = equation.apply(first.state(), second.state());
      if (!instance.holds()) {
        return Option.some(Breach.of(instance, operand(a, first), operand(b, second)));
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
