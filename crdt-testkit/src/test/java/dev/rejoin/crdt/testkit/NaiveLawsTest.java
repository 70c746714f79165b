package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** Why the laws judge histories: on states made one by one, most broken types pass. */
class NaiveLawsTest {

  private static Stream<Arguments> brokenTypes() {
    return Stream.of(
            BrokenCountersTest.brokenCounters(),
            BrokenRegistersTest.brokenRegisters(),
            BrokenSetsTest.brokenSets(),
            BrokenObservedRemovesTest.brokenObservedRemoves(),
            BrokenMapsTest.brokenMaps())
        .flatMap(types -> types);
  }

  @Test
  void mostBrokenTypesPassOnStatesMadeOneByOne() {
    List<String> missed = new ArrayList<>();
    List<String> caught = new ArrayList<>();

    brokenTypes()
        .map(Arguments::get)
        .forEach(
            row ->
                (NaiveLaws.hold((Subject<?>) row[row.length - 1]) ? missed : caught)
                    .add((String) row[0]));

    System.out.printf(
        "Naive laws miss %d of %d broken types: %s%n",
        missed.size(), missed.size() + caught.size(), missed);
    assertThat(missed).hasSizeGreaterThan(caught.size());
    assertThat(caught).contains("merge adds", "mean");
  }
}
