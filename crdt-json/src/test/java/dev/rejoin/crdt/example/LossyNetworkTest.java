package dev.rejoin.crdt.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossyNetworkTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-04T08:15:00Z"), ZoneOffset.UTC);
  private static final List<String> NAMES = List.of("phone", "tablet", "watch");
  private static final List<String> ITEMS = List.of("milk", "tea");

  /** A text on its way, and to whom. */
  private record Parcel(Device from, Device to, String text) {}

  private final List<Device> devices =
      NAMES.stream().map(name -> Devices.inMemory(name, CLOCK)).toList();
  private final List<Parcel> underWay = new ArrayList<>();

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lostRepeatedAndReorderedMessagesDoNoHarm(long seed) {
    Random random = new Random(seed);
    int beans = 0;
    for (int i = 0; i < 120; i++) {
      Device device = any(devices, random);
      switch (random.nextInt(4)) {
        case 0 -> send(device, any(devices, random));
        case 1 -> deliver(random);
        case 2 -> {
          device.edit((list, me) -> Verb.ADD.apply(list, me, "beans", "1"));
          beans++;
        }
        default -> edit(device, random);
      }
    }

    new Network(devices, arrival -> {}).settle();

    for (Device device : devices) {
      assertThat(device.document()).isEqualTo(devices.get(0).document());
      assertThat(device.document().get("beans").map(row -> row.amount().value()).getOrElse(0L))
          .isEqualTo(beans);
    }
  }

  private void send(Device from, Device to) {
    if (from != to) {
      underWay.add(new Parcel(from, to, from.messageTo(to.name())));
    }
  }

  /** Delivers any message that is under way, however old; some stay, and come again. */
  private void deliver(Random random) {
    if (underWay.isEmpty()) {
      return;
    }
    Parcel parcel = any(underWay, random);
    switch (random.nextInt(3)) {
      case 0 -> underWay.remove(parcel);
      case 1 -> parcel.to().receive(parcel.from().name(), parcel.text());
      default -> {
        underWay.remove(parcel);
        parcel.to().receive(parcel.from().name(), parcel.text());
      }
    }
  }

  private static void edit(Device device, Random random) {
    Verb verb = any(List.of(Verb.values()), random);
    String item = any(ITEMS, random);
    String argument = verb.argument() == Verb.Argument.AMOUNT ? "7" : any(ITEMS, random);
    device.edit((list, me) -> verb.apply(list, me, item, argument));
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
