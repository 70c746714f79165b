package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.Tuple;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

  private enum Size {
    SMALL,
    LARGE {
      @Override
      public String toString() {
        return "XL";
      }
    }
  }

  private record Named(String name) implements Comparable<Named> {
    @Override
    public int compareTo(Named other) {
      return name.compareTo(other.name);
    }
  }

  @Test
  void onlyOrdersThatNeverThrowAreTrusted() {
    assertThat(NaturalOrder.isOn(String.class)).isTrue();
    assertThat(NaturalOrder.isOn(Dot.class)).isTrue();
    assertThat(NaturalOrder.isOn(Size.class)).isTrue();
    assertThat(NaturalOrder.isOn(((Object) Size.LARGE).getClass())).isTrue();
    assertThat(NaturalOrder.isOn(Named.class)).isFalse();
    assertThat(NaturalOrder.isOn(Tuple.of(1).getClass())).isFalse();
    assertThat(NaturalOrder.isOn(List.class)).isFalse();
  }

  @Test
  void groupsAreOrderedByClassAndThenByTheirOrder() {
    assertThat(NaturalOrder.compareGroups("a", "b")).isNegative();
    assertThat(NaturalOrder.compareGroups(2, "a")).isNegative();
    assertThat(NaturalOrder.compareGroups("a", 2)).isPositive();
    assertThat(NaturalOrder.compareGroups(List.of(2), List.of(1))).isZero();
    assertThat(NaturalOrder.compareGroups(new Named("a"), List.of())).isZero();
    assertThat(NaturalOrder.compareGroups(new Named("z"), "a")).isNegative();
  }
}
