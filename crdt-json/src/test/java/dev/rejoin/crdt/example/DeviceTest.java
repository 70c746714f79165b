package dev.rejoin.crdt.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.sync.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-04T08:15:00Z"), ZoneOffset.UTC);

  private static final String HEAD = "{\"type\":\"Changes\",\"format\":1,";
  private static final String TYPE = "{\"type\":\"ORMap\",\"format\":1,";
  private static final String SEEN = TYPE + "\"replicas\":[\"phone\"],\"seen\":[[1,1]],\"live\":";
  private static final String VERSIONS = "\"since\":{},\"version\":{\"phone\":[1,7]},\"delta\":";

  private final Device phone = Devices.inMemory("phone", CLOCK);
  private final Device tablet = Devices.inMemory("tablet", CLOCK);

  private static void add(Device device, String item) {
    device.edit((list, me) -> Verb.ADD.apply(list, me, item, "1"));
  }

  private static Outcome send(Device from, Device to) {
    return to.receive(from.name(), from.messageTo(to.name()));
  }

  @Test
  void messageIsJsonWithWhatTheOtherLacks() {
    send(tablet, phone);
    add(phone, "milk");
    phone.edit((list, me) -> Verb.NOTE.apply(list, me, "milk", "oat"));

    assertThat(phone.messageTo("tablet"))
        .startsWith(HEAD + "\"since\":{},\"version\":{\"phone\":[2,")
        .contains("\"delta\":{\"type\":\"ORMap\"")
        .contains("[\"milk\",{\"amount\":[[0,1,1,0]],\"note\":[[0,2,")
        .contains("\"oat\"")
        .doesNotContain("bought", "tags");
  }

  @Test
  void messageToOneThatWasNotHeardAsksWhatItHas() {
    add(phone, "milk");

    assertThat(phone.messageTo("tablet")).doesNotContain("milk");
    assertThat(send(phone, tablet)).isEqualTo(Outcome.MISSING);
    send(tablet, phone);
    assertThat(send(phone, tablet)).isEqualTo(Outcome.APPLIED);
    assertThat(tablet.document()).isEqualTo(phone.document());
  }

  @Test
  void messageLeavesOutWhatTheOtherSaidThatItHas() {
    send(tablet, phone);
    add(phone, "milk");
    send(phone, tablet);
    send(tablet, phone);
    add(phone, "tea");

    String second = phone.messageTo("tablet");

    assertThat(second).contains("tea").doesNotContain("milk");
  }

  @Test
  void messageRepeatsWhatWasLost() {
    send(tablet, phone);
    add(phone, "milk");
    String lost = phone.messageTo("tablet");
    add(phone, "tea");

    send(phone, tablet);

    assertThat(lost).contains("milk");
    assertThat(tablet.document()).isEqualTo(phone.document());
  }

  @Test
  void removeReachesTheOtherThoughItLeavesNothingBehind() {
    send(tablet, phone);
    add(phone, "milk");
    send(phone, tablet);
    phone.edit((list, me) -> list.remove("milk"));

    send(phone, tablet);

    assertThat(tablet.document()).isEmpty();
    assertThat(tablet.document()).isEqualTo(phone.document());
  }

  @Test
  void hasNoNewsOnceTheOtherSaysThatItHasAll() {
    send(tablet, phone);
    add(phone, "milk");
    assertThat(phone.hasNewsFor("tablet")).isTrue();

    send(phone, tablet);
    send(tablet, phone);

    assertThat(phone.hasNewsFor("tablet")).isFalse();
    assertThat(Wire.decode(phone.messageTo("tablet")).isEmpty()).isTrue();
  }

  @Test
  void oldAndRepeatedMessagesChangeNothing() {
    send(tablet, phone);
    add(phone, "milk");
    String first = phone.messageTo("tablet");
    add(phone, "tea");
    String second = phone.messageTo("tablet");

    List.of(second, first, second, first).forEach(text -> tablet.receive("phone", text));

    assertThat(tablet.document()).isEqualTo(phone.document());
  }

  @Test
  void restartLosesNoEditAndForgetsWhatOthersHave(@TempDir Path folder) {
    try (Device laptop = Device.in(folder.resolve("laptop"), "laptop", CLOCK, new Random(1))) {
      send(tablet, laptop);
      add(laptop, "tea");
      ORMap<String, Item> before = laptop.document();

      laptop.restart();

      assertThat(laptop.document()).isEqualTo(before);
      assertThat(laptop.hasNewsFor("tablet")).isTrue();
      new Network(List.of(laptop, tablet), arrival -> {}).exchange(laptop, tablet);
      assertThat(tablet.document()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        HEAD + VERSIONS + "null}",
        HEAD + VERSIONS + "{}}",
        HEAD + VERSIONS + "{\"type\":\"ORSet\"}}",
        HEAD + VERSIONS + SEEN + "[]}} {}",
        HEAD + VERSIONS + SEEN + "[]},\"x\":1}",
        HEAD + VERSIONS + SEEN + "[]},\"since\":{}}",
        HEAD + "\"since\":{},\"version\":{\"phone\":[0,7]},\"delta\":" + SEEN + "[]}}",
        HEAD + VERSIONS + SEEN + "[[\"milk\",{\"price\":[0,1]}]]}}",
        HEAD + VERSIONS + SEEN + "[[\"milk\",{\"bought\":null}]]}}",
        HEAD + VERSIONS + SEEN + "[[\"milk\",{}]]}}",
      })
  void refusesWhatHoldsNoChangesOfADocument(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tablet.receive("phone", text))
        .withMessageStartingWith("message refused");
    assertThat(tablet.document()).isSameAs(ORMap.empty());
  }

  @Test
  void takesWhatRefusedMessagesAreMadeOf() {
    assertThat(tablet.receive("phone", HEAD + VERSIONS + SEEN + "[]}}")).isEqualTo(Outcome.APPLIED);
  }
}
