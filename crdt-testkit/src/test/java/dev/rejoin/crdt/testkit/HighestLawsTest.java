package dev.rejoin.crdt.testkit;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;

@PropertyDefaults(tries = 100)
class HighestLawsTest implements CrdtLaws<Integer> {

  @Override
  public Subject<Integer> subject() {
    return Subject.of(0)
        .merging(Math::max)
        .edit("raise", List.of(1, 2, 3), (score, me, to) -> Math.max(score, to))
        .deltaSince((score, base) -> score)
        .isAtMost((score, other) -> score <= other)
        .codec(score -> Integer.toString(score), text -> Integer.valueOf(text))
        .meaning(HighestLawsTest::highest);
  }

  private static int highest(Visible visible) {
    return visible.edits("raise").mapToInt(raise -> raise.argument(Integer.class)).max().orElse(0);
  }

  @Override
  @Property(seed = "4242")
  public void associative(@ForAll("timelines") Timeline timeline) {
    CrdtLaws.super.associative(timeline);
  }
}
