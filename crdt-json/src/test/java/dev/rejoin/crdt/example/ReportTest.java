package dev.rejoin.crdt.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-04T08:15:00Z"), ZoneOffset.UTC);

  private final Device phone = new Device("phone", CLOCK);
  private final Device tablet = new Device("tablet", CLOCK);
  private final Device watch = new Device("watch", CLOCK);
  private final List<Device> devices = List.of(phone, tablet, watch);

  @Test
  void verdictIsGoodForDevicesThatAreAlike() {
    assertThat(Report.verdict(devices))
        .isEqualTo(new Outcome(true, "All 3 devices show the same."));
  }

  @Test
  void verdictNamesEveryDeviceThatDiffersAndItsParts() {
    tablet.edit((document, me) -> document.add(me, "milk").visit(me));
    watch.edit((document, me) -> document.spend(me, 3));

    assertThat(Report.verdict(devices))
        .isEqualTo(
            new Outcome(
                false,
                "The devices differ from phone: tablet in list and visits; watch in budget."));
  }

  @Test
  void verdictIsBadForDevicesThatLookAlikeByAccident() {
    tablet.edit((document, me) -> document.earn(me, 3).spend(me, 3));

    assertThat(Report.verdict(devices))
        .isEqualTo(new Outcome(false, "The devices differ from phone: tablet in what it knows."));
  }
}
