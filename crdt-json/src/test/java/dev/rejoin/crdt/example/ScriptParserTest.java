package dev.rejoin.crdt.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptParserTest {

  @Test
  void readsEveryKindOfLine() throws ScriptException {
    Script script =
        ScriptParser.parse(
            """
            # two devices
            devices phone tablet

            at Mon 08:15       # early
            clock phone -10y
            phone add oat   milk
            tablet add "oil # 1"
            tablet less +007 "7up"
            phone note oat milk: "half a litre: cold"
            phone tick oat milk
            tablet untick oat milk
            phone tag tea: party
            phone untag "tea" : party
            phone remove oat milk
            sync phone tablet
            offline phone
            meet tablet phone
            restart phone
            say Ben's train is in a tunnel.
            online phone
            stop
            """);

    assertThat(script.devices()).containsExactly("phone", "tablet");
    assertThat(script.steps())
        .containsExactly(
            new Step.At(Instant.parse("2026-05-04T08:15:00Z")),
            new Step.SetClock("phone", new Skew(-10, ChronoUnit.YEARS)),
            new Step.Edit("phone", Verb.ADD, "oat milk", "1"),
            new Step.Edit("tablet", Verb.ADD, "oil # 1", "1"),
            new Step.Edit("tablet", Verb.LESS, "7up", "7"),
            new Step.Edit("phone", Verb.NOTE, "oat milk", "half a litre: cold"),
            new Step.Edit("phone", Verb.TICK, "oat milk", ""),
            new Step.Edit("tablet", Verb.UNTICK, "oat milk", ""),
            new Step.Edit("phone", Verb.TAG, "tea", "party"),
            new Step.Edit("phone", Verb.UNTAG, "tea", "party"),
            new Step.Edit("phone", Verb.REMOVE, "oat milk", ""),
            new Step.Sync("phone", "tablet"),
            new Step.GoOffline("phone"),
            new Step.Meet("tablet", "phone"),
            new Step.Restart("phone"),
            new Step.Say("Ben's train is in a tunnel."),
            new Step.GoOnline("phone"),
            new Step.Stop());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fone add milk | unknown device or command 'fone'; expected one of phone, tablet, or one of"
            + " at, clock, offline, online, restart, sync, meet, say, stop",
        "phone | missing verb; expected one of add, less, note, tick, untick, tag, untag, remove",
        "phone ad milk | unknown verb 'ad'; expected one of add, less, note, tick, untick, tag, untag, remove",
        "phone add | expected 'phone add [AMOUNT] ITEM', was 'phone add'",
        "phone add 2 | expected 'phone add [AMOUNT] ITEM', was 'phone add 2'",
        "phone add a: b | item must not hold a colon, was 'a: b'",
        "phone remove # all | expected 'phone remove ITEM', was 'phone remove'",
        "phone note milk | expected 'phone note ITEM: TEXT', was 'phone note milk'",
        "phone note : oat | expected 'phone note ITEM: TEXT', was 'phone note : oat'",
        "phone note milk: \"\" | expected 'phone note ITEM: TEXT', was 'phone note milk: \"\"'",
        "phone note milk: \"oat | quote is not closed",
        "phone note milk: a \"b\" | quotes must stand around the whole text, was 'a \"b\"'",
        "phone add 1.5 milk | amount must be a whole number, was '1.5'",
        "phone less -3 milk | amount must not be negative, was -3",
        "phone add 1000000001 milk | amount must not exceed 1000000000, was 1000000001",
        "phone add 99999999999999999999 milk | amount must not exceed 1000000000, was"
            + " 99999999999999999999",
        "phone tick | expected 'phone tick ITEM', was 'phone tick'",
        "offline | expected 'offline DEVICE', was 'offline'",
        "restart | expected 'restart DEVICE', was 'restart'",
        "offline fone | unknown device 'fone'; expected one of phone, tablet",
        "online phone | phone is online already",
        "sync phone | expected 'sync DEVICE DEVICE', was 'sync phone'",
        "sync phone fone | unknown device 'fone'; expected one of phone, tablet",
        "sync phone phone | phone cannot exchange with itself",
        "meet phone phone | phone cannot exchange with itself",
        "at Mon | expected 'at DAY HH:MM', was 'at Mon'",
        "at Monday 08:15 | unknown day 'Monday'; expected one of Mon, Tue, Wed, Thu, Fri, Sat, Sun",
        "at Mon 8:15 | time must be HH:MM, was '8:15'",
        "at Mon 24:00 | time must lie in 00:00 to 23:59, was '24:00'",
        "clock phone | expected 'clock DEVICE SKEW', was 'clock phone'",
        "clock phone 10y | skew must be a sign, up to 4 digits and one of y, d, h, m, as in -10y,"
            + " was '10y'",
        "stop now | expected 'stop', was 'stop now'",
        "say | expected 'say TEXT', was 'say'",
      })
  void refusesABadLineWithItsNumberAndTheReason(String line, String reason) {
    assertRefused("devices phone tablet\n\n" + line, "line 3: " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phone add milk | expected 'devices NAME NAME ...' first, was 'phone add milk'",
        "devices phone | expected 2 to 9 devices, was 1",
        "devices a b c d e f g h i j | expected 2 to 9 devices, was 10",
        "devices phone phone | device 'phone' is named twice",
        "devices phone stop | name of a device must not be a command, was 'stop'",
        "devices Phone tablet | name of a device must be 1 to 10 of a-z; 0-9 and '-'; a letter"
            + " first; was 'Phone'",
        "# nothing | script ends without 'devices NAME NAME ...'",
      })
  void refusesAScriptWithoutGoodDevices(String line, String reason) {
    assertRefused(line, "line 1: " + reason.replace(';', ','));
  }

  @Test
  void refusesAnEmptyScript() {
    assertRefused("", "line 1: script ends without 'devices NAME NAME ...'");
  }

  @Test
  void refusesToSyncADeviceThatIsOffline() {
    assertRefused(
        "devices a b\noffline b\nsync a b",
        "line 3: b is offline and cannot sync; expected 'online b' before, or 'meet a b'");
  }

  @Test
  void refusesToGoOfflineTwice() {
    assertRefused("devices a b\noffline b\noffline b", "line 3: b is offline already");
  }

  @Test
  void refusesTimeThatGoesBack() {
    assertRefused(
        "devices a b\nat Tue 08:15\nat Tue 08:15\nat Mon 23:00",
        "line 4: time must not go back, was Mon 23:00 after Tue 08:15");
  }

  @Test
  void refusesWhatFollowsTheStop() {
    assertRefused("devices a b\nstop\na add b", "line 3: nothing may follow 'stop', was 'a add b'");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1B, 0x00, 0x7F, 0x9B})
  void refusesControlCharacters(int control) {
    assertRefused(
        "devices a b\na add te" + Character.toString(control) + "a",
        "line 2: text must not hold control characters, had U+%04X".formatted(control));
  }

  @Test
  void refusesTextThatIsTooLong() {
    String longest = "\uD83C\uDF4E".repeat(40);

    assertThat(ScriptLine.of(longest).text(longest, "a add ITEM", 40)).isEqualTo(longest);
    assertRefused(
        "devices a b\na add " + longest + "!",
        "line 2: text must not exceed 40 characters, had 41");
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> ScriptParser.parse(text))
        .isInstanceOf(ScriptException.class)
        .hasMessage(message);
  }
}
