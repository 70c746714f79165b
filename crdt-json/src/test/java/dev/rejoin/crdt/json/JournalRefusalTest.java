package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Store;
import dev.rejoin.crdt.sync.Version;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a journal does not take, neither from its file nor from a mapper nor from a replica. */
class JournalRefusalTest {

  private static final String OPENED =
      "{\"journal\":1,\"replica\":\"phone\",\"durability\":\"EACH_UPDATE\"}";

  private final JournalLab lab = new JournalLab();

  @TempDir Path folder;

  private void writeLines(String... lines) throws IOException {
    Path file = folder.resolve(JournalLab.JOURNAL);
    Files.write(file, new byte[0]);
    for (String line : lines) {
      Files.write(
          file, JournalScan.line(line.getBytes(StandardCharsets.UTF_8)), StandardOpenOption.APPEND);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"journal":2,"replica":"a"} | format of a journal must be 1, was 2, which a newer version of this library may read, at $.journal
          {"journal":1} | next field must be "replica", was the end of the object, at $
          {"journal":1,"replica":"a","durability":"NEVER"} | durability must be one of [EACH_UPDATE, ON_CLOSE], was "NEVER", at $.durability
          {"journal":1,"replica":"a","durability":"ON_CLOSE","x":1} | next must be the end of the object, was "x", at $.x
          {"journal":1,"replica":"a","durability":"ON_CLOSE","witness":["n"]} | witness must have four parts, but ends before it, at $.witness
          {"journal":1,"replica":"a","durability":"ON_CLOSE","witness":["n","x\\udc7e","c","j"]} | part of a witness must not hold a lone surrogate, but has one at index 1, at $.witness[1]
          {"clock":[1]} | clock must have a counter, but ends before it, at $.clock
          {"version":{"a":[0,0]}} | count of updates must lie in 1 to 9007199254740991, was 0, at $.version.a[0]
          {"version":{"phone":[1,0]}} | entries must exceed those before them, {phone=1}, were {phone=1}
          {"delta":{}} | next field must be "type", was the end of the object, at $.delta
          {"future":{}} | next must be the end of the object, was "future", at $.future
          {"closed":false} | closed must be true, was false, at $.closed
          null | line of a journal must be an object, was null
          """)
  void linesThatNoJournalHas(String line, String reason) throws IOException {
    String changed = "{\"version\":{\"phone\":[1,0]}}";
    writeLines(OPENED, changed, line, changed);
    byte[] before = Files.readAllBytes(folder.resolve(JournalLab.JOURNAL));
    int offset = OPENED.length() + changed.length() + 20;

    assertThatThrownBy(() -> lab.open(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            folder.resolve(JournalLab.JOURNAL)
                + " cannot be read at byte "
                + offset
                + ": "
                + reason
                + " (line 3)");
    assertThat(folder.resolve(JournalLab.JOURNAL)).hasBinaryContent(before);
  }

  record Item(String name) {}

  @Test
  void propertiesThatAnAppDoesNotKnowAreRefusedWhateverItsMapperSays() throws IOException {
    writeLines(
        OPENED,
        "{\"version\":{\"phone\":[1,0]},\"delta\":{\"type\":\"GSet\",\"format\":1,"
            + "\"elements\":[{\"name\":\"tea\",\"colour\":\"green\"}]}}");
    ObjectMapper lenient =
        new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    Journal<GSet<Item>> journal =
        Journal.open(folder, new TypeReference<GSet<Item>>() {}, lenient, Durability.EACH_UPDATE);

    assertThatThrownBy(() -> Replica.open(journal, GSet.empty()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Unrecognized field \"colour\"");
  }

  @Test
  void mappersThatDoNotWriteJsonAreRefused() {
    assertThatThrownBy(
            () -> Journal.open(folder, JournalLab.SET, new CBORMapper(), Durability.EACH_UPDATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mapper must write JSON, but writes CBOR");
  }

  @Test
  void mappersAreMadeToWriteOneLine() throws IOException {
    ObjectMapper wide =
        new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRAP_ROOT_VALUE);
    try (Replica<ORSet<String>> replica =
        lab.open(Journal.open(folder, JournalLab.SET, wide, Durability.EACH_UPDATE))) {
      JournalLab.add(replica, "a");
    }

    assertThat(JournalLab.lines(folder)).hasSize(3);
    lab.write(folder, "b");
  }

  @Test
  void whatIsLongerThanStrangersMaySendIsReadBack() {
    String longest = "x".repeat(20_000_001);
    lab.write(folder, longest);

    try (Replica<ORSet<String>> again = lab.open(folder)) {
      assertThat(again.state().contains(longest)).isTrue();
    }
  }

  @Test
  void whatCannotBeWrittenHasNotHappened() {
    try (Replica<ORSet<String>> replica = lab.open(folder)) {
      assertThatThrownBy(() -> JournalLab.add(replica, "\ud800"))
          .isInstanceOf(UncheckedIOException.class)
          .hasRootCauseMessage("text must not hold a lone surrogate, but has one at index 0");
      JournalLab.add(replica, "a");
    }

    try (Replica<ORSet<String>> again = lab.open(folder)) {
      assertThat(again.state().elements()).containsExactly("a");
    }
  }

  @Test
  void changesMustFollowThoseBeforeThem() {
    Version one = Version.of(Map.of(Samples.PHONE, new Version.Entry(1, 0)));
    Version two = Version.of(Map.of(Samples.PHONE, new Version.Entry(2, 0)));
    Changes<ORSet<String>> later = new Changes<>(one, two, ORSet.empty());
    Store.Writer writer = new Store.Writer(Samples.PHONE, Option.none());
    try (Journal<ORSet<String>> journal = Journal.open(folder, JournalLab.SET)) {
      assertThatThrownBy(() -> journal.append(writer, later))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("journal in " + folder + " is not open");
      journal.open(changes -> {});

      assertThatThrownBy(() -> journal.append(writer, later))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("changes must follow those before them, {}, were since {phone=1}");
      assertThatThrownBy(() -> journal.replace(writer, List.of(later)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(folder.resolve("journal.jsonl.new")).doesNotExist();
      journal.append(writer, new Changes<>(Version.empty(), one, ORSet.empty()));
    }
  }
}
