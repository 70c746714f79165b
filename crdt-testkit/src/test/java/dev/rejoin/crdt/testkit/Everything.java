package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * A guide that keeps what it is given.
 *
 * @param most after how many it has had enough
 * @param leavesOut whether timelines that are known to lead to the same states are left out
 */
record Everything<S>(int most, boolean leavesOut, List<Timeline> given) implements Walk.Guide<S> {

  Everything(int most, boolean leavesOut) {
    this(most, leavesOut, new ArrayList<>());
  }

  @Override
  public boolean goesOn() {
    return given.size() < most;
  }

  @Override
  public boolean leavesOut(long timelines) {
    return leavesOut;
  }

  @Override
  public void judge(History<S> played) {
    given.add(played.timeline());
  }

  @Override
  public void judgeFailed(Timeline timeline) {
    given.add(timeline);
  }
}
