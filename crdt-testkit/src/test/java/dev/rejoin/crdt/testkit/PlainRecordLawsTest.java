package dev.rejoin.crdt.testkit;

import java.util.HashMap;
import java.util.Map;

/** A type that knows nothing of the library. */
class PlainRecordLawsTest implements CrdtLaws<PlainRecordLawsTest.HighScore> {

  record HighScore(long points) {

    static HighScore higher(HighScore a, HighScore b) {
      return a.points >= b.points ? a : b;
    }
  }

  /** Each beats all that it had seen by one. */
  private static int longestChain(Visible visible) {
    Map<Visible.Edit, Integer> points = new HashMap<>();
    for (Visible.Edit edit : visible.edits()) {
      int seen =
          points.keySet().stream()
              .filter(earlier -> visible.saw(edit, earlier))
              .mapToInt(points::get)
              .max()
              .orElse(0);
      points.put(edit, seen + 1);
    }
    return points.values().stream().mapToInt(score -> score).max().orElse(0);
  }

  @Override
  public Subject<HighScore> subject() {
    return Subject.of(new HighScore(0))
        .merging(HighScore::higher)
        .edit("beat", (score, me) -> new HighScore(score.points() + 1))
        .codec(HighScore::points, HighScore::new)
        .observing(HighScore::points)
        .meaning(PlainRecordLawsTest::longestChain)
        .isAtMost((a, b) -> a.points() <= b.points())
        .deltaSince(
            (score, base) -> HighScore.higher(score, base).equals(base) ? new HighScore(0) : score);
  }
}
