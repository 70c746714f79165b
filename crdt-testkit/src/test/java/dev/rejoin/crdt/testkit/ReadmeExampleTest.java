package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.rejoin.crdt.ORSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The law test in the README, run as whoever copies it runs it. */
class ReadmeExampleTest {

  static class ShoppingListLawsTest implements CrdtLaws<ORSet<String>> {

    @Override
    public Subject<ORSet<String>> subject() {
      return Subject.startingAt(ORSet.<String>empty())
          .edit("add", List.of("milk", "tea"), (list, me, item) -> list.add(me, item))
          .edit("remove", List.of("milk"), (list, me, item) -> list.remove(item))
          .observing(ORSet::elements)
          .meaning(Meanings.addWinsSet("add", "remove"));
    }
  }

  @Test
  void everyLawPassesButTheOneOfTheCodecThatThereIsNot() {
    JqwikRun run = JqwikRun.of(ShoppingListLawsTest.class);

    assertThat(run.status(FAILED)).isEmpty();
    assertThat(run.status(ABORTED)).containsExactly("codec");
    assertThat(run.status(SUCCESSFUL)).hasSizeGreaterThan(10);
  }
}
