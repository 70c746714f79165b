package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ReplicaId;
import io.vavr.collection.HashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static class Base {
    @SuppressWarnings("unused") // read by reflection
    private final Object inherited;

    Base(Object inherited) {
      this.inherited = inherited;
    }
  }

  private static final class Node extends Base {
    @SuppressWarnings("unused") // read by reflection
    private Object next = this;

    private transient Object cache = "x";

    Node(Object inherited) {
      super(inherited);
    }
  }

  @Test
  void readsFieldsInheritedAndPrivateOnesIncluded() {
    Node node = new Node(new int[] {1, 2});

    assertThat(Fingerprint.of("n", node).lines())
        .containsExactly(
            "n: " + Node.class.getName(),
            "n.next = n",
            "n.inherited: [I",
            "n.inherited[0] = 1",
            "n.inherited[1] = 2");
  }

  @Test
  void leavesTransientFieldsOut() {
    Node node = new Node("x");
    Fingerprint before = Fingerprint.of("n", node);

    node.cache = "y";

    assertThat(Fingerprint.of("n", node)).isEqualTo(before);
    assertThat(node.cache).isEqualTo("y");
  }

  @Test
  void changesWithEveryFieldBelow() {
    Node below = new Node("x");
    Node node = new Node(new ArrayList<>(List.of(below)));
    Fingerprint before = Fingerprint.of("n", node);

    below.next = "z";

    assertThat(Fingerprint.of("n", node)).isNotEqualTo(before);
  }

  @Test
  void readsCollectionsOfEachLibraryByTheirElements() {
    assertThat(Fingerprint.of("m", Map.of("k", List.of(1))).lines())
        .contains("m[0].key = k", "m[0].value[0] = 1");
    assertThat(Fingerprint.of("m", HashMap.of("k", ReplicaId.of("A"))).lines())
        .contains("m[0].key = k", "m[0].value.value = A");
  }

  @Test
  void fallsBackOnHashCodeAndTextWhereFieldsAreClosed() {
    AtomicInteger counter = new AtomicInteger(1);

    Fingerprint before = Fingerprint.of("c", counter);
    counter.set(2);

    assertThat(before.lines()).contains("c.toString() = 1");
    assertThat(Fingerprint.of("c", counter)).isNotEqualTo(before);
    assertThat(Fingerprint.of("t", Thread.currentThread()).size()).isPositive();
    assertThat(Fingerprint.of("o", new Object()).lines()).containsExactly("o: java.lang.Object");
  }

  @Test
  void comesToAnEndWhateverTheSize() {
    List<Integer> numbers = IntStream.range(0, 100_000).boxed().toList();
    Node chain = new Node("end");
    for (int i = 0; i < 100_000; i++) {
      Node longer = new Node("x");
      longer.next = chain;
      chain = longer;
    }

    assertThat(Fingerprint.of("l", numbers).size()).isEqualTo(20_000);
    assertThat(Fingerprint.of("c", chain).size()).isBetween(20_000, 20_002);
  }
}
