package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstDotsTest {

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "2,2", "300,1", "300,7", "1000,300", "5000,3"})
  void orderIsThatOfDots(int size, int replicas) {
    Random random = new Random(size);
    List<ReplicaId> ids =
        IntStream.range(0, replicas)
            .mapToObj(i -> ReplicaId.of(Character.toString('A' + i)))
            .toList();
    List<Dot> dots = new ArrayList<>();
    FirstDots first = new FirstDots(size);
    for (int i = 0; i < size; i++) {
      int replica = random.nextInt(replicas);
      long counter = 1 + ((random.nextLong() & (Dot.MAX_COUNTER - 1)) >>> random.nextInt(53));
      dots.add(new Dot(ids.get(replica), counter));
      first.add(replica, counter);
    }

    List<Dot> ordered = IntStream.of(first.order()).mapToObj(dots::get).toList();

    List<Dot> sorted = new ArrayList<>(dots);
    Collections.sort(sorted);
    assertThat(ordered).isEqualTo(sorted);
  }
}
