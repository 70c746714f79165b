package dev.rejoin.crdt.example;

import static dev.rejoin.crdt.example.Verb.ADD;
import static dev.rejoin.crdt.example.Verb.REMOVE;
import static dev.rejoin.crdt.example.Verb.TICK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-04T08:15:00Z"), ZoneOffset.UTC);

  private final Device phone = Devices.inMemory("phone", CLOCK);
  private final Device tablet = Devices.inMemory("tablet", CLOCK);
  private final Device watch = Devices.inMemory("watch", CLOCK);
  private final List<Device> devices = List.of(phone, tablet, watch);

  private static void edit(Device device, Verb verb, String item) {
    device.edit((list, me) -> verb.apply(list, me, item, "1"));
  }

  @Test
  void verdictIsGoodForDevicesThatAreAlike() {
    assertThat(Report.verdict(devices))
        .isEqualTo(new Verdict(true, "All 3 devices show the same."));
  }

  @Test
  void verdictNamesEveryDeviceThatDiffersAndItsParts() {
    edit(tablet, ADD, "milk");
    edit(tablet, TICK, "tea");
    edit(watch, ADD, "eggs");

    assertThat(Report.verdict(devices))
        .isEqualTo(
            new Verdict(
                false, "The devices differ from phone: tablet in milk and tea; watch in eggs."));
  }

  @Test
  void verdictIsBadForDevicesThatLookAlikeByAccident() {
    edit(tablet, ADD, "milk");
    edit(tablet, REMOVE, "milk");

    assertThat(Report.verdict(devices))
        .isEqualTo(new Verdict(false, "The devices differ from phone: tablet in what it knows."));
  }
}
