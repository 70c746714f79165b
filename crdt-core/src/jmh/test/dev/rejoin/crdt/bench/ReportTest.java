package dev.rejoin.crdt.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final Task FORKS = Task.merge("rejoin", SetMerge.Kind.FORKS, 100_000, 10);

  @TempDir private Path folder;
  private Fixture fixture;

  @BeforeEach
  void build() throws IOException {
    fixture = new Fixture(folder);
  }

  @Test
  void whatWasWrittenPassesTheCheck() throws IOException {
    fixture.report().write();

    assertThatCode(fixture.report()::check).doesNotThrowAnyException();
  }

  @Test
  void readmeKeepsWhatIsAroundTheFigures() throws IOException {
    fixture.report().write();
    fixture.report().write();

    assertThat(Files.readString(fixture.readme))
        .startsWith("# Title\n" + Fixture.PART.begin())
        .endsWith(Fixture.PART.end() + "The end.\n")
        .containsOnlyOnce("| work | Pekko |");
  }

  @Test
  void rowShowsBothSidesTheirRatioAndTheBudget() throws IOException {
    fixture.report().write();

    assertThat(Files.readAllLines(fixture.readme))
        .contains(
            "| `ORSet.merge`, two forks, 5 adds each | 54 ± 2 ms, 4.10 kB | 2.41 ± 0.05 µs, 4.10 kB"
                + " | 22,500× | ≥ 10,000× | met |",
            "| `ORSet.deltaSince`, 10 adds | – | 2.41 ± 0.05 µs, 4.10 kB | – | ≤ 20 µs | met |",
            "| memory of an `ORSet` of 100,000 over its strings, per element | 44.9 B | 44.9 B |"
                + " 1.00× | ≤ 52 B | met |");
  }

  @Test
  void readmeSaysHowTheFiguresWereMade() throws IOException {
    fixture.report().write();

    assertThat(Files.readString(fixture.readme))
        .contains("3 forks of 5 rounds of 0.7 s each, after 3 of 0.5 s to warm up;")
        .contains("2026-01-02, commit `0123456`. A fast one, 2 cores, 25 GB; Linux;");
  }

  @Test
  void figuresOlderThanTheSourcesAreRefused() throws IOException {
    fixture.report().write();
    Files.writeString(fixture.source, "class A { int changed; }\n");

    assertThatThrownBy(fixture.report()::check).hasMessageContaining("older than the sources");
    assertThatThrownBy(fixture.report()::write).hasMessageContaining("older than the sources");
  }

  @Test
  void figureChangedByHandIsFound() throws IOException {
    fixture.report().write();
    String text = Files.readString(fixture.readme);
    Files.writeString(fixture.readme, text.replace("2.41", "1.41"));

    assertThatThrownBy(fixture.report()::check).hasMessageContaining("README.md");
  }

  @Test
  void pictureThatIsNotOfTheseResultsIsFound() throws IOException {
    fixture.report().write();
    Files.delete(fixture.module.resolve("src/jmh/results/size.svg"));

    assertThatThrownBy(fixture.report()::check).hasMessageContaining("size.svg");
  }

  @Test
  void missedBudgetWithoutReasonIsRefused() throws IOException {
    fixture.set(FORKS, 54_321);

    assertThatThrownBy(fixture.report()::write)
        .hasMessageContaining("merge-forks is missed and has no reason: | `ORSet.merge`, two forks");
  }

  @Test
  void missedBudgetIsMarkedWithItsReason() throws IOException {
    fixture.set(FORKS, 54_321);
    fixture.reasons("merge-forks: the moon was full");

    fixture.report().write();

    assertThat(Files.readString(fixture.readme))
        .contains("| 1,000× | ≥ 10,000× | **missed** |")
        .contains("- **missed**, `ORSet.merge`, two forks, 5 adds each: the moon was full\n");
  }

  @Test
  void budgetInNanosecondsCanBeMissed() throws IOException {
    fixture.set(Task.delta("deltaSinceRejoin", SetDelta.Change.ADDED, 100_000, 10), 20_001);

    assertThatThrownBy(fixture.report()::write).hasMessageContaining("delta-since is missed");
  }

  @Test
  void reasonForBudgetThatIsMetIsRefused() throws IOException {
    fixture.reasons("merge-disjoint: it was missed last year");

    assertThatThrownBy(fixture.report()::write)
        .hasMessageContaining("merge-disjoint has a reason and is no missed budget");
  }

  @Test
  void resultsWithoutOneOfTheFiguresAreRefused() throws IOException {
    fixture.benchmarks().remove(0);
    fixture.save();

    assertThatThrownBy(fixture.report()::write).hasMessageContaining("results must hold " + FORKS);
  }

  @Test
  void resultsOfQuickRunAreRefused() throws IOException {
    fixture.file.put("plan", "quick");
    fixture.save();

    assertThatThrownBy(fixture.report()::write)
        .hasMessage("results must be of a full run, were of quick");
  }

  @Test
  void resultsOfRunThatFailedAreRefused() throws IOException {
    fixture.file.putArray("failed").add("SetEdit.addPekko{size=10}");
    fixture.save();

    assertThatThrownBy(fixture.report()::write).hasMessageContaining("SetEdit.addPekko{size=10}");
  }

  @Test
  void missingResultsAreNamed() throws IOException {
    Files.delete(fixture.module.resolve("src/jmh/results/full.json"));

    assertThatThrownBy(fixture.report()::check).hasMessageContaining("full.json");
  }
}
