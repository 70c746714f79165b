package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;

/** How many timelines are tried, and from which seed. */
class CrdtLawsSettingsTest {

  @Test
  void classSaysHowManyTimelinesAreTried() {
    JqwikRun run = JqwikRun.of(HighestLawsTest.class);

    assertThat(run.report("idempotent")).contains("tries = 100 ", "checks = 100 ");
    assertThat(run.status(Status.FAILED)).isEmpty();
  }

  @Test
  void overriddenPropertyRunsFromItsSeedAsOften() {
    JqwikRun run = JqwikRun.of(HighestLawsTest.class);

    assertThat(run.report("associative")).contains("tries = 100 ", "seed = 4242 ");
  }

  abstract static class Summed implements CrdtLaws<Integer> {

    @Override
    public Subject<Integer> subject() {
      return Subject.of(0)
          .merging((a, b) -> a > 2 && b > 2 ? a + b : Math.max(a, b))
          .edit("raise", (score, me) -> score + 1);
    }
  }

  static class SomeSeedLawsTest extends Summed {

    @Override
    @Property(seed = "4242")
    public void idempotent(@ForAll("timelines") Timeline timeline) {
      super.idempotent(timeline);
    }
  }

  static class OtherSeedLawsTest extends Summed {

    @Override
    @Property(seed = "4243")
    public void idempotent(@ForAll("timelines") Timeline timeline) {
      super.idempotent(timeline);
    }
  }

  @Test
  void equalSeedsFindEqualTimelinesAndOthersDoNot() {
    String found = original(JqwikRun.of(SomeSeedLawsTest.class));

    assertThat(original(JqwikRun.of(SomeSeedLawsTest.class))).isEqualTo(found);
    assertThat(original(JqwikRun.of(OtherSeedLawsTest.class))).isNotEqualTo(found);
  }

  /** Returns the timeline that jqwik began to make smaller. */
  private static String original(JqwikRun run) {
    Matcher sample =
        Pattern.compile("Original Sample.*?(Timeline\\.of.*?)\\n", Pattern.DOTALL)
            .matcher(run.report("idempotent"));
    assertThat(sample.find()).as(run.report("idempotent")).isTrue();
    return sample.group(1);
  }
}
