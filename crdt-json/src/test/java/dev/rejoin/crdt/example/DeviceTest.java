package dev.rejoin.crdt.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-04T08:15:00Z"), ZoneOffset.UTC);

  private final Device phone = new Device("phone", CLOCK);
  private final Device tablet = new Device("tablet", CLOCK);

  @Test
  void messageIsJsonWithWhatTheOtherLacks() {
    phone.edit((document, me) -> document.add(me, "milk").visit(me));

    assertThat(phone.messageTo("tablet"))
        .startsWith("{\"from\":\"phone\",\"to\":\"tablet\",\"number\":1,\"acknowledges\":0,")
        .contains("\"delta\":{\"list\":{")
        .contains("\"milk\"")
        .contains("\"visits\":{")
        .doesNotContain("budget", "title");
  }

  @Test
  void messageLeavesOutWhatWasAcknowledged() {
    phone.edit((document, me) -> document.add(me, "milk"));
    tablet.receive(phone.messageTo("tablet"));
    phone.receive(tablet.messageTo("phone"));
    phone.edit((document, me) -> document.add(me, "tea"));

    String second = phone.messageTo("tablet");

    assertThat(second).contains("tea").doesNotContain("milk");
  }

  @Test
  void messageRepeatsWhatWasNotAcknowledged() {
    phone.edit((document, me) -> document.add(me, "milk"));
    String lost = phone.messageTo("tablet");
    phone.edit((document, me) -> document.add(me, "tea"));

    tablet.receive(phone.messageTo("tablet"));

    assertThat(lost).contains("milk");
    assertThat(tablet.document()).isEqualTo(phone.document());
  }

  @Test
  void removeReachesTheOtherThoughItLeavesNothingBehind() {
    phone.edit((document, me) -> document.add(me, "milk"));
    tablet.receive(phone.messageTo("tablet"));
    phone.receive(tablet.messageTo("phone"));
    phone.edit((document, me) -> document.remove("milk"));

    tablet.receive(phone.messageTo("tablet"));

    assertThat(tablet.document().list()).isEmpty();
    assertThat(tablet.document()).isEqualTo(phone.document());
  }

  @Test
  void hasNoNewsOnceAcknowledged() {
    phone.edit((document, me) -> document.earn(me, 5));
    assertThat(phone.hasNewsFor("tablet")).isTrue();

    tablet.receive(phone.messageTo("tablet"));
    phone.receive(tablet.messageTo("phone"));

    assertThat(phone.hasNewsFor("tablet")).isFalse();
    assertThat(Wire.decode(phone.messageTo("tablet")).hasNews()).isFalse();
  }

  @Test
  void oldAndRepeatedMessagesChangeNothing() {
    phone.edit((document, me) -> document.rename(me, "One"));
    String first = phone.messageTo("tablet");
    phone.edit((document, me) -> document.rename(me, "Two"));
    String second = phone.messageTo("tablet");

    List.of(second, first, second, first).forEach(tablet::receive);

    assertThat(tablet.document()).isEqualTo(phone.document());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "{\"from\":\"phone\",\"to\":\"tablet\",\"number\":1,\"acknowledges\":0}",
        "{\"from\":\"phone\",\"to\":\"tablet\",\"number\":1,\"acknowledges\":0,\"delta\":null}",
        "{\"from\":null,\"to\":\"tablet\",\"number\":1,\"acknowledges\":0,\"delta\":{}}",
        "{\"from\":\"phone\",\"to\":\"tablet\",\"number\":0,\"acknowledges\":0,\"delta\":{}}",
        "{\"from\":\"phone\",\"to\":\"tablet\",\"number\":1.5,\"acknowledges\":0,\"delta\":{}}",
        "{\"from\":\"phone\",\"to\":\"tablet\",\"number\":\"1\",\"acknowledges\":0,\"delta\":{}}",
        "{\"from\":\"phone\",\"to\":\"tablet\",\"number\":1,\"acknowledges\":0,\"delta\":{}} {}",
        "{\"from\":\"phone\",\"to\":\"tablet\",\"number\":1,\"number\":1,\"acknowledges\":0,"
            + "\"delta\":{}}",
        "{\"from\":\"phone\",\"to\":\"tablet\",\"number\":1,\"acknowledges\":0,\"delta\":{},"
            + "\"x\":1}",
        "{\"from\":\"phone\",\"to\":\"tablet\",\"number\":1,\"acknowledges\":0,"
            + "\"delta\":{\"notes\":{}}}",
        "{\"from\":\"phone\",\"to\":\"tablet\",\"number\":1,\"acknowledges\":0,"
            + "\"delta\":{\"visits\":null}}",
        "{\"from\":\"phone\",\"to\":\"watch\",\"number\":1,\"acknowledges\":0,\"delta\":{}}",
        "{\"from\":\"tablet\",\"to\":\"tablet\",\"number\":1,\"acknowledges\":0,\"delta\":{}}",
      })
  void refusesWhatIsNoMessageToIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tablet.receive(text))
        .withMessageStartingWith("message ");
    assertThat(tablet.document()).isSameAs(Household.EMPTY);
  }
}
