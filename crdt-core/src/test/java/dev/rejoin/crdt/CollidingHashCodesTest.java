package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A hundred thousand strings with one hash code, as somebody might send them on purpose. The
 * time-out is far above what O(n log n) takes and far below O(n²).
 */
class CollidingHashCodesTest {

  private static final List<String> STRINGS = colliding(17).subList(0, 100_000);

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void insertMergeAndAsk() {
    ORSet<String> ann = ORSet.<String>empty().addAll(ANN, STRINGS.subList(0, 60_000));
    ORSet<String> ben = ORSet.<String>empty().addAll(BEN, STRINGS.subList(40_000, 100_000));

    ORSet<String> merged = ann.merge(ben);

    assertThat(STRINGS.stream().mapToInt(String::hashCode).distinct().count()).isEqualTo(1);
    assertThat(merged.size()).isEqualTo(100_000);
    assertThat(STRINGS).allMatch(merged::contains);
    assertThat(merged.merge(ann)).isSameAs(merged);
    assertThat(ann.merge(merged.deltaSince(ann))).isEqualTo(merged);
    assertThat(merged.elements().size()).isEqualTo(100_000);
    assertThat(merged.removeAll(STRINGS.subList(0, 99_999))).containsExactly(STRINGS.get(99_999));
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void aMapOfThemIsHandedOutInOrder() {
    LWWMap<String, Integer> map = LWWMap.empty();
    for (String string : STRINGS.subList(0, 20_000)) {
      map = map.put(ANN, string, string.length());
    }

    assertThat(map.keys()).startsWith(STRINGS.get(0)).hasSize(20_000);
    assertThat(map.toMap().keySet()).containsExactlyElementsOf(map.keys());
    assertThat(map.toMap().values()).containsOnly(34);
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void tiedValuesAreHandedOutInOrder() {
    HybridTimestamp once = Replicas.stamp(1, Replicas.A);
    LWWRegister<String> register = LWWRegister.of(once, STRINGS);
    LWWMap<String, String> map = LWWMap.of(List.of(new LWWMap.Entry<>("drink", once, STRINGS)));

    assertThat(register.tied()).containsExactlyElementsOf(STRINGS);
    assertThat(register.value()).containsExactly(STRINGS.get(0));
    assertThat(map.tied("drink")).containsExactlyElementsOf(STRINGS);
  }

  /** Returns all strings made of that many times "Aa" or "BB", which have equal hash codes. */
  private static List<String> colliding(int pairs) {
    List<String> strings = List.of("");
    for (int i = 0; i < pairs; i++) {
      List<String> longer = new ArrayList<>();
      for (String string : strings) {
        longer.add(string + "Aa");
        longer.add(string + "BB");
      }
      strings = longer;
    }
    return strings;
  }
}
