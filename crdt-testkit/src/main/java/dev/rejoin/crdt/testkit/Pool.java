package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;

import io.vavr.Function3;
import io.vavr.control.Option;
import java.util.ArrayList;
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
 * @param <S> the type of the states
 */
final class Pool<S> {

  private static final int PAIRS = 16 * 16;
  private static final int TRIPLES = 6 * 6 * 6;

  /** The golden ratio as a fraction of 2<sup>64</sup>: its multiples fill a range evenly. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final List<Moment<S>> moments;

  private Pool(List<Moment<S>> moments) {
    this.moments = List.copyOf(moments);
  }

  /** Returns the pool of those moments, with one only of equal states with equal visible edits. */
  static <S> Pool<S> of(Collection<Moment<S>> moments) {
    List<Moment<S>> distinct = new ArrayList<>();
    Set<Moment<S>> known = new HashSet<>();
    for (Moment<S> moment : moments) {
      if (known.add(new Moment<>("", moment.state(), moment.visible()))) {
        distinct.add(moment);
      }
    }
    return new Pool<>(distinct);
  }

  /** Returns this pool and those moments. */
  Pool<S> and(List<Moment<S>> others) {
    List<Moment<S>> all = new ArrayList<>(moments);
    all.addAll(others);
    return of(all);
  }

  List<Moment<S>> moments() {
    return moments;
  }

  Option<Breach> each(String a, Function<S, Equation> equation) {
    for (Moment<S> moment : moments) {
      Equation instance = equation.apply(moment.state());
      if (!instance.holds()) {
        return Option.some(Breach.of(instance, operand(a, moment)));
      }
    }
    return Option.none();
  }

  Option<Breach> pairs(String a, String b, BiFunction<S, S, Equation> equation) {
    int size = moments.size();
    long all = (long) size * size;
    for (int i = 0; i < Math.min(all, PAIRS); i++) {
      long pair = all <= PAIRS ? i : strewn(i, all);
      Moment<S> first = moments.get((int) (pair / size));
      Moment<S> second = moments.get((int) (pair % size));
      Equation instance = equation.apply(first.state(), second.state());
      if (!instance.holds()) {
        return Option.some(Breach.of(instance, operand(a, first), operand(b, second)));
      }
    }
    return Option.none();
  }

  Option<Breach> triples(String a, String b, String c, Function3<S, S, S, Equation> equation) {
    int size = moments.size();
    long all = (long) size * size * size;
    for (int i = 0; i < Math.min(all, TRIPLES); i++) {
      long triple = all <= TRIPLES ? i : strewn(i, all);
      Moment<S> first = moments.get((int) (triple / size / size));
      Moment<S> second = moments.get((int) (triple / size % size));
      Moment<S> third = moments.get((int) (triple % size));
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
