package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * Of moments that come and go as on a stack those that are worth judging.
 *
 * @param <S> the type of the states
 */
final class Distinct<S> {

  private final Answers<S> answers;
  private final List<Moment<S>> moments = new ArrayList<>();
  private final List<Moment<S>> states = new ArrayList<>();
  private final List<Size> sizes = new ArrayList<>(); // before each addition

  private record Size(int moments, int states) {}

  Distinct(Answers<S> answers) {
    this.answers = answers;
  }

  /**
   * Adds a moment.
   *
   * @throws NotTotal if a comparison of states fails
   */
  void add(Moment<S> moment) {
    boolean known = moments.stream().anyMatch(other -> isSame(other, moment));
    boolean knownState = known || states.stream().anyMatch(s -> s.state() == moment.state());
    sizes.add(new Size(moments.size(), states.size()));
    if (!known) {
      moments.add(moment);
    }
    if (!knownState) {
      states.add(moment);
    }
  }

  private boolean isSame(Moment<S> a, Moment<S> b) {
    return a.visible().equals(b.visible()) && answers.areEqual(a.state(), b.state());
  }

  /** Returns how many moments were added. */
  int added() {
    return sizes.size();
  }

  /** Takes back all additions but the first so many. */
  void keepFirst(int additions) {
    if (additions < sizes.size()) {
      Size size = sizes.get(additions);
      sizes.subList(additions, sizes.size()).clear();
      moments.subList(size.moments(), moments.size()).clear();
      states.subList(size.states(), states.size()).clear();
    }
  }

  /** Returns of equal states with equal visible edits the first. */
  List<Moment<S>> moments() {
    return moments;
  }

  /** Returns of those the first at each very state. */
  List<Moment<S>> states() {
    return states;
  }

  /** Returns how many of {@link #moments} there were after so many additions. */
  int momentsAfter(int additions) {
    return additions < sizes.size() ? sizes.get(additions).moments() : moments.size();
  }

  /** Returns how many of {@link #states} there were after so many additions. */
  int statesAfter(int additions) {
    return additions < sizes.size() ? sizes.get(additions).states() : states.size();
  }
}
