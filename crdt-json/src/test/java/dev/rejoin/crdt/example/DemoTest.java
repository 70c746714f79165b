package dev.rejoin.crdt.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoTest {

  private static final Run SHIPPED = Run.shipped();

  @TempDir Path folder = Path.of("");

  @Test
  void shippedScriptIsAWholeWeek() throws ScriptException {
    Script script = ScriptParser.parse(ScriptFile.shipped());

    assertThat(script.devices()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(script.steps()).filteredOn(Step.Edit.class::isInstance).hasSizeGreaterThan(59);
    assertThat(script.steps()).filteredOn(Step.GoOffline.class::isInstance).hasSizeGreaterThan(5);
  }

  @Test
  void shippedScriptEndsWithAllDevicesAlike() {
    assertThat(SHIPPED.verdict().isGood()).isTrue();
    assertThat(SHIPPED.lastLine()).isEqualTo("All 4 devices show the same.");
  }

  @ParameterizedTest
  @EnumSource
  void shippedScriptMeetsEveryKindOfConflict(Conflict.Kind kind) {
    assertThat(SHIPPED.text()).contains("! " + kind.label() + ": ");
  }

  @Test
  void shippedScriptTakesFewerBytesWithDeltas() {
    Matcher deltas = number(" bytes of JSON in all of them, with deltas");
    Matcher whole = number(" bytes, had those with news held whole states");

    assertThat(value(deltas)).isPositive().isLessThan(value(whole));
  }

  private static Matcher number(String what) {
    Matcher matcher = Pattern.compile("([0-9,]+) " + Pattern.quote(what)).matcher(SHIPPED.text());
    assertThat(matcher.find()).isTrue();
    return matcher;
  }

  private static long value(Matcher number) {
    return Long.parseLong(number.group(1).replace(",", ""));
  }

  @Test
  void noLineIsLongerThanATerminal() {
    assertThat(SHIPPED.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void everyRunPrintsTheSameWhateverTheLocaleAndTheTimeZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));

      assertThat(Run.shipped().text()).isEqualTo(SHIPPED.text());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void propertyNamesAScriptOfTheUsersOwn() throws IOException {
    Path file = folder.resolve("mine.txt");
    Files.writeString(file, "devices this that\nthis add tea and crème\n");

    String printed = mainWith(file.toString());

    assertThat(printed)
        .contains("this   add tea and crème")
        .contains("all 2: tea and crème")
        .endsWith("\nAll 2 devices show the same.\n");
  }

  @Test
  void mainFailsWithTheReasonForABadScript() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.txt"), "devices this that\nthis ad tea\n");

    assertThatThrownBy(() -> mainWith(file.toString()))
        .isInstanceOf(DemoFailedException.class)
        .hasMessageStartingWith("line 2: unknown verb 'ad'");
  }

  @Test
  void mainFailsWithTheDifferenceForDevicesThatDiffer() throws IOException {
    Path file = folder.resolve("stopped.txt");
    Files.writeString(file, "devices a b\noffline a\na add tea\nb add milk\nstop\n");

    assertThatThrownBy(() -> mainWith(file.toString()))
        .isInstanceOf(DemoFailedException.class)
        .hasMessage("The devices differ from a: b in milk and tea.");
  }

  private static String mainWith(String script) {
    PrintStream console = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setProperty("demo.script", script);
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Demo.main(new String[0]);
    } finally {
      System.setOut(console);
      System.clearProperty("demo.script");
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
