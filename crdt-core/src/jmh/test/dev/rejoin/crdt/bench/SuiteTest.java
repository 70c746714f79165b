package dev.rejoin.crdt.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two suites side by side: the types, and another one, of one budget. */
class SuiteTest {

  private static final Task TASK = Task.counts("mergeVectorRejoin", 3);
  private static final List<String> SOURCES =
      List.of("src/main/java/dev/rejoin/crdt", "src/main/java/dev/rejoin/crdt/other");
  private static final Budget BUDGET =
      new Budget(
          "one",
          "the work",
          new Budget.Time(TASK),
          Optional.empty(),
          Optional.empty(),
          new Budget.AtMost(1_000));
  private static final Suite OTHER =
      new Suite(
          "other", "other figures", SOURCES, List.of(BUDGET), List.of(), List.of(), List.of());

  @TempDir private Path folder;
  private Fixture fixture;
  private Path otherSource;

  @BeforeEach
  void build() throws IOException {
    fixture = new Fixture(folder);
    String part = new Readme(OTHER.part()).begin() + new Readme(OTHER.part()).end();
    Files.writeString(fixture.readme, Files.readString(fixture.readme) + part);
    Path sources = Files.createDirectories(fixture.module.resolve(SOURCES.get(1)));
    otherSource = sources.resolve("B.java");
    Files.writeString(otherSource, "class B {}\n");
    results(500);
  }

  private void results(double nanos) throws IOException {
    ObjectNode file = fixture.file.deepCopy();
    file.put("plan", OTHER.name()).put("digest", Digest.of(fixture.module, SOURCES));
    file.putArray("memory");
    Fixture.add(file.putArray("benchmarks"), TASK, nanos, 1);
    Files.writeString(fixture.module.resolve("src/jmh/results/other.json"), file.toString());
  }

  private Report report() {
    return new Report(fixture.module, List.of(Suite.TYPES, OTHER));
  }

  @Test
  void eachIsShownInItsOwnPart() throws IOException {
    report().write();

    String readme = Files.readString(fixture.readme);
    String part = readme.substring(readme.indexOf(new Readme(OTHER.part()).begin()));
    assertThat(part.lines().filter(line -> line.startsWith("|")))
        .containsExactly(
            "| work | Pekko | Rejoin | ratio | budget | |",
            "| --- | --- | --- | --- | --- | --- |",
            "| the work | – | 500 ± 1 ns, 4.10 kB | – | ≤ 1.0 µs | met |");
    assertThat(readme).containsOnlyOnce("| the work |").containsOnlyOnce("| `ORMap.get` at 1,000 |");
    assertThatCode(report()::check).doesNotThrowAnyException();
  }

  @Test
  void changedSourceMakesOldOnlyWhatDependsOnIt() throws IOException {
    report().write();
    Files.writeString(otherSource, "class B { int changed; }\n");

    assertThatThrownBy(report()::check).hasMessageContaining("of the other run are older");
    assertThatCode(fixture.report()::check).doesNotThrowAnyException();
  }

  @Test
  void budgetsOfBothMayBeMissedForReasonsInOneFile() throws IOException {
    results(2_000);
    fixture.set(Task.delta("deltaSinceRejoin", SetDelta.Change.ADDED, 100_000, 10), 20_001);

    assertThatThrownBy(report()::write)
        .hasMessageContainingAll("one is missed", "delta-since is missed");

    fixture.reasons("one: it was hot\ndelta-since: it was cold");
    report().write();
    assertThat(Files.readString(fixture.readme))
        .contains("- **missed**, the work: it was hot\n")
        .contains("- **missed**, `ORSet.deltaSince`, 10 adds: it was cold\n");
  }

  @Test
  void planHoldsWhatTheSuiteIsMadeFrom() {
    Plan plan = Plan.of(OTHER);

    assertThat(plan.name()).isEqualTo("other");
    assertThat(plan.tasks()).containsExactly(TASK);
    assertThat(plan.memory()).isEmpty();
    assertThat(plan.sources()).isEqualTo(SOURCES);
  }

  @Test
  void idsOfAllBudgetsAreDistinct() {
    assertThat(Suite.all().stream().flatMap(suite -> suite.budgets().stream()).map(Budget::id))
        .doesNotHaveDuplicates();
  }
}
