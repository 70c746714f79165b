package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;

/** The laws as a user runs them: by jqwik's engine. */
class CrdtLawsTest {

  static final class Correct implements CrdtLaws<Integer> {
    @Override
    public Subject<Integer> subject() {
      return Subject.of(0).merging(Math::max).edit("raise", (highest, me) -> highest + 1);
    }
  }

  static final class MergeAdds implements CrdtLaws<Map<String, Integer>> {
    @Override
    public Subject<Map<String, Integer>> subject() {
      return Subject.of(Map.<String, Integer>of())
          .merging(MergeAdds::sum)
          .edit("increment", (counter, me) -> sum(counter, Map.of(me.id().value(), 1)))
          .deltaSince((state, base) -> state)
          .isAtMost((a, b) -> b.entrySet().containsAll(a.entrySet()));
    }

    private static Map<String, Integer> sum(Map<String, Integer> a, Map<String, Integer> b) {
      Map<String, Integer> sum = new HashMap<>(a);
      b.forEach((id, count) -> sum.merge(id, count, Integer::sum));
      return sum;
    }
  }

  static final class WithoutEdits implements CrdtLaws<Integer> {
    @Override
    public Subject<Integer> subject() {
      return Subject.of(0).merging(Math::max);
    }
  }

  @Test
  void correctTypePassesEveryLawThatAppliesAndTheOthersAreReportedAsAborted() {
    JqwikRun run = JqwikRun.of(Correct.class);

    assertThat(run.results()).hasSize(1 + Law.values().length);
    assertThat(run.status(Status.SUCCESSFUL))
        .containsExactlyInAnyOrder(
            "lawsAreTested",
            "total",
            "congruent",
            "idempotent",
            "neutral",
            "commutative",
            "associative",
            "inflating",
            "immutable",
            "bounded",
            "staleMerge",
            "convergent");
    assertThat(run.status(Status.ABORTED))
        .containsExactlyInAnyOrder("meaning", "order", "delta", "codec");
    assertThat(run.failure("delta"))
        .hasMessage("law DELTA does not apply: the subject has no deltas");
  }

  @Test
  void brokenTypeGoesRedOnTheLawsItBreaksWithTheSmallestTimeline() {
    JqwikRun run = JqwikRun.of(MergeAdds.class);

    assertThat(run.status(Status.FAILED))
        .containsExactlyInAnyOrder(
            "idempotent", "inflating", "staleMerge", "convergent", "order", "delta");
    assertThat(run.status(Status.SUCCESSFUL))
        .containsExactlyInAnyOrder(
            "lawsAreTested",
            "total",
            "congruent",
            "neutral",
            "commutative",
            "associative",
            "immutable",
            "bounded");
    assertThat(run.failure("idempotent"))
        .isInstanceOfSatisfying(
            LawViolation.class,
            violation -> assertThat(violation.timeline()).hasToString("Timeline.of(edit(0, 0))"))
        .hasMessageStartingWith("IDEMPOTENT: merge(a, a) must equal a\n");
    assertThat(run.report("lawsAreTested"))
        .matches("of the 1,000 that were played \\d+ % had concurrent edits, 0 % a removal, .*");
    assertThat(run.report("idempotent"))
        .contains("seed = ", "timeline: Timeline.of(edit(0, 0))", "merge(a, a) = {A=2}");
  }

  @Test
  void jqwikShowsEveryLineOfTheReportAndTheSeedAndThePictureIsWhereItSays() {
    JqwikRun run = JqwikRun.of(MergeAdds.class);
    String message = String.valueOf(run.failure("staleMerge").getMessage());
    Path picture =
        Path.of(
                "target/crdt-testkit",
                MergeAdds.class.getName().replace('$', '.') + "-STALE_MERGE.svg")
            .toAbsolutePath();

    String report = run.report("staleMerge");

    assertThat(report)
        .contains(message.lines().filter(line -> !line.isBlank()).map(l -> "    " + l).toList())
        .contains("seed = ");
    assertThat(message).endsWith("\n\nDrawn in " + picture);
    assertThat(picture).content().contains("<title>STALE_MERGE: merge(y, x) must equal y</title>");
  }

  @Test
  void subjectWithoutEditsFailsEveryLaw() {
    JqwikRun run = JqwikRun.of(WithoutEdits.class);

    assertThat(run.status(Status.SUCCESSFUL)).isEmpty();
    assertThat(run.failure("total")).hasMessageStartingWith("subject must have an edit");
  }
}
