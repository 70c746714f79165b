package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueOrderTest {

  @Test
  void everyMixtureHasOneOrder() {
    List<Object> expected =
        List.of(
            2,
            10,
            "a",
            "b",
            new BigDecimal("1.0"),
            new BigDecimal("1.00"),
            new BigDecimal("2"),
            LocalDate.of(2026, 5, 4),
            List.of(1),
            List.of());

    List<Object> shuffled = new ArrayList<>(expected);
    for (int seed = 0; seed < 100; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(ValueOrder.sorted(shuffled)).as("seed %s", seed).isEqualTo(expected);
    }
  }

  @Test
  void aClassWhoseOrderThrowsIsOrderedByText() {
    List<Moody> values = List.of(new Moody("b"), new Moody("c"), new Moody("a"));

    assertThat(ValueOrder.sorted(values))
        .containsExactly(new Moody("a"), new Moody("b"), new Moody("c"));
  }

  private record Moody(String name) implements Comparable<Moody> {
    @Override
    public int compareTo(Moody other) {
      throw new UnsupportedOperationException("not today");
    }
  }

  @Test
  void valuesThatATrustedOrderTellsApartAreNotAskedForTheirText() {
    List<Silent> values = List.of(Silent.THIRD, Silent.FIRST, Silent.SECOND);

    assertThat(ValueOrder.sorted(values).equals(List.of(Silent.values()))).isTrue();
  }

  private enum Silent {
    FIRST,
    SECOND,
    THIRD;

    @Override
    public String toString() {
      throw new AssertionError("asked for its text");
    }
  }

  @Test
  void valuesOfTheSameTextAreOrderedByClassAndHashCode() {
    List<Object> expected = List.of(new Here(1), new Here(2), new There(1), new There(2));

    for (List<Object> order :
        io.vavr.collection.List.ofAll(expected).permutations().map(some -> some.asJava())) {
      assertThat(ValueOrder.sorted(order)).isEqualTo(expected);
    }
  }

  private record Here(int id) {
    @Override
    public String toString() {
      return "same";
    }
  }

  private record There(int id) {
    @Override
    public String toString() {
      return "same";
    }
  }
}
