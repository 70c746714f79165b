package dev.rejoin.crdt.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rejoin.crdt.ORMap;
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

  private static final String HEAD = "{\"from\":\"phone\",\"to\":\"tablet\",";
  private static final String NUMBERS = "\"number\":1,\"acknowledges\":0,\"delta\":";
  private static final String TYPE = "{\"type\":\"ORMap\",\"format\":\"1-unstable\",";
  private static final String DELTA = TYPE + "\"replicas\":[],\"seen\":[],\"live\":[]}";
  private static final String SEEN = TYPE + "\"replicas\":[\"phone\"],\"seen\":[[1,1]],\"live\":";

  private final Device phone = new Device("phone", CLOCK);
  private final Device tablet = new Device("tablet", CLOCK);

  private static void add(Device device, String item) {
    device.edit((list, me) -> Verb.ADD.apply(list, me, item, "1"));
  }

  @Test
  void messageIsJsonWithWhatTheOtherLacks() {
    add(phone, "milk");
    phone.edit((list, me) -> Verb.NOTE.apply(list, me, "milk", "oat"));

    assertThat(phone.messageTo("tablet"))
        .startsWith("{\"from\":\"phone\",\"to\":\"tablet\",\"number\":1,\"acknowledges\":0,")
        .contains("\"delta\":{\"type\":\"ORMap\"")
        .contains("[\"milk\",{\"amount\":[[0,1,1,0]],\"note\":[[0,2,")
        .contains("\"oat\"")
        .doesNotContain("bought", "tags");
  }

  @Test
  void messageLeavesOutWhatWasAcknowledged() {
    add(phone, "milk");
    tablet.receive(phone.messageTo("tablet"));
    phone.receive(tablet.messageTo("phone"));
    add(phone, "tea");

    String second = phone.messageTo("tablet");

    assertThat(second).contains("tea").doesNotContain("milk");
  }

  @Test
  void messageRepeatsWhatWasNotAcknowledged() {
    add(phone, "milk");
    String lost = phone.messageTo("tablet");
    add(phone, "tea");

    tablet.receive(phone.messageTo("tablet"));

    assertThat(lost).contains("milk");
    assertThat(tablet.document()).isEqualTo(phone.document());
  }

  @Test
  void removeReachesTheOtherThoughItLeavesNothingBehind() {
    add(phone, "milk");
    tablet.receive(phone.messageTo("tablet"));
    phone.receive(tablet.messageTo("phone"));
    phone.edit((list, me) -> list.remove("milk"));

    tablet.receive(phone.messageTo("tablet"));

    assertThat(tablet.document()).isEmpty();
    assertThat(tablet.document()).isEqualTo(phone.document());
  }

  @Test
  void hasNoNewsOnceAcknowledged() {
    add(phone, "milk");
    assertThat(phone.hasNewsFor("tablet")).isTrue();

    tablet.receive(phone.messageTo("tablet"));
    phone.receive(tablet.messageTo("phone"));

    assertThat(phone.hasNewsFor("tablet")).isFalse();
    assertThat(Wire.decode(phone.messageTo("tablet")).hasNews()).isFalse();
  }

  @Test
  void oldAndRepeatedMessagesChangeNothing() {
    add(phone, "milk");
    String first = phone.messageTo("tablet");
    add(phone, "tea");
    String second = phone.messageTo("tablet");

    List.of(second, first, second, first).forEach(tablet::receive);

    assertThat(tablet.document()).isEqualTo(phone.document());
  }

  @Test
  void takesAMessageThatSaysNothing() {
    Message message = tablet.receive(HEAD + NUMBERS + DELTA + "}");

    assertThat(message.hasNews()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        HEAD + "\"number\":1,\"acknowledges\":0}",
        HEAD + NUMBERS + "null}",
        HEAD + NUMBERS + "{}}",
        HEAD + NUMBERS + "{\"type\":\"ORSet\"}}",
        HEAD + NUMBERS + DELTA + "} {}",
        HEAD + NUMBERS + DELTA + ",\"x\":1}",
        HEAD + "\"number\":1," + NUMBERS + DELTA + "}",
        HEAD + "\"number\":0,\"acknowledges\":0,\"delta\":" + DELTA + "}",
        HEAD + "\"number\":1.5,\"acknowledges\":0,\"delta\":" + DELTA + "}",
        HEAD + "\"number\":\"1\",\"acknowledges\":0,\"delta\":" + DELTA + "}",
        HEAD + NUMBERS + SEEN + "[[\"milk\",{\"price\":[0,1]}]]}}",
        HEAD + NUMBERS + SEEN + "[[\"milk\",{\"bought\":null}]]}}",
        HEAD + NUMBERS + SEEN + "[[\"milk\",{}]]}}",
        "{\"from\":null,\"to\":\"tablet\"," + NUMBERS + DELTA + "}",
        "{\"from\":\"phone\",\"to\":\"watch\"," + NUMBERS + DELTA + "}",
        "{\"from\":\"tablet\",\"to\":\"tablet\"," + NUMBERS + DELTA + "}",
      })
  void refusesWhatIsNoMessageToIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tablet.receive(text))
        .withMessageStartingWith("message ");
    assertThat(tablet.document()).isSameAs(ORMap.empty());
  }
}
