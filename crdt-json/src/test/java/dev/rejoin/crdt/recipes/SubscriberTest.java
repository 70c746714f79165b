package dev.rejoin.crdt.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubscriberTest {

  private final List<Replica<ORSet<String>>> replicas =
      Sets.NAMES.stream().map(Sets::replica).toList();
  private final List<Subscriber> subscribers = new ArrayList<>();
  private final List<Delivery> underWay = new ArrayList<>();

  /** What brings a message to one subscriber. */
  private interface Delivery {
    void run() throws IOException;
  }

  private interface Receiver {
    void take(Subscriber subscriber, byte[] text) throws IOException;
  }

  SubscriberTest() {
    for (Replica<ORSet<String>> replica : replicas) {
      int own = subscribers.size();
      subscribers.add(
          new Subscriber(
              replica,
              text -> send(own, text, Subscriber::onChanges),
              text -> send(own, text, Subscriber::onVersion)));
    }
  }

  private void send(int from, byte[] text, Receiver receiver) {
    for (int to = 0; to < subscribers.size(); to++) {
      Subscriber subscriber = subscribers.get(to);
      if (to != from) {
        underWay.add(() -> receiver.take(subscriber, text));
      }
    }
  }

  private void deliverAll() throws IOException {
    while (!underWay.isEmpty()) {
      underWay.remove(0).run();
    }
  }

  @Test
  void whatIsPublishedReachesAllInOneMessage() throws IOException {
    Sets.add(replicas.get(0), "milk");
    subscribers.get(0).publish();
    Sets.add(replicas.get(0), "tea");
    subscribers.get(0).publish();

    assertThat(underWay).hasSize(6);
    deliverAll();

    Sets.assertAllAlike(replicas, List.of("milk", "tea"));
  }

  @Test
  void whoMissesSomethingAsksAndIsAnswered() throws IOException {
    Sets.add(replicas.get(0), "milk");
    subscribers.get(0).publish();
    underWay.clear();
    Sets.add(replicas.get(0), "tea");
    subscribers.get(0).publish();

    deliverAll();

    Sets.assertAllAlike(replicas, List.of("milk", "tea"));
  }

  @Test
  void whoSaysWhatItHasIsSentWhatItLacks() throws IOException {
    Sets.add(replicas.get(0), "milk");
    subscribers.get(0).publish();
    underWay.clear();

    subscribers.get(1).ask();
    deliverAll();

    Sets.assertAllAlike(replicas, List.of("milk"));
  }

  @Test
  void twoUnderOneIdPartAndGoOn() throws IOException {
    Replica<ORSet<String>> copy = Sets.replica(Sets.NAMES.get(0), 99);
    Subscriber other =
        new Subscriber(
            copy,
            text -> send(subscribers.size(), text, Subscriber::onChanges),
            text -> send(subscribers.size(), text, Subscriber::onVersion));
    Sets.add(replicas.get(0), "milk");
    subscribers.get(0).publish();
    deliverAll();
    Sets.add(copy, "milk");

    other.publish();
    deliverAll();
    Sets.add(replicas.get(0), "tea");
    subscribers.get(0).publish();
    deliverAll();

    assertThat(replicas.get(0).id()).isNotEqualTo(copy.id());
    Sets.assertAllAlike(replicas, List.of("milk", "tea"));
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void allConvergeWhateverTheQueueDoes(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> added = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int device = random.nextInt(subscribers.size());
      if (random.nextInt(3) == 0) {
        Sets.add(replicas.get(device), "e" + i);
        added.add("e" + i);
        subscribers.get(device).publish();
      } else {
        deliverAny(random);
      }
    }

    int rounds = 0;
    while (replicas.stream().map(Replica::version).distinct().count() > 1) {
      assertThat(rounds++).isLessThan(1000);
      for (Subscriber subscriber : subscribers) {
        subscriber.ask();
      }
      for (int i = underWay.size(); i > 0; i--) {
        deliverAny(random);
      }
    }

    Sets.assertAllAlike(replicas, added);
  }

  /** Delivers any message, however old, loses it, or delivers it and keeps it for another time. */
  private void deliverAny(Random random) throws IOException {
    if (!underWay.isEmpty()) {
      int index = random.nextInt(underWay.size());
      switch (random.nextInt(4)) {
        case 0 -> underWay.remove(index);
        case 1 -> underWay.get(index).run();
        default -> underWay.remove(index).run();
      }
    }
  }
}
