package dev.rejoin.crdt.testkit;

/** A type that knows nothing of the library. */
class PlainRecordLawsTest implements CrdtLaws<PlainRecordLawsTest.HighScore> {

  record HighScore(long points) {

    static HighScore higher(HighScore a, HighScore b) {
      return a.points >= b.points ? a : b;
    }
  }

  @Override
  public Subject<HighScore> subject() {
    return Subject.of(new HighScore(0))
        .merging(HighScore::higher)
        .edit("beat", (score, me) -> new HighScore(score.points() + 1))
        .observing(HighScore::points)
        .isAtMost((a, b) -> a.points() <= b.points())
        .deltaSince(
            (score, base) -> HighScore.higher(score, base).equals(base) ? new HighScore(0) : score);
  }
}
