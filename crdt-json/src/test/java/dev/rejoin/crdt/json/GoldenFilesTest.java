package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Format 1 is what the golden files are: once released, they are only added to. */
class GoldenFilesTest {

  @BeforeAll
  static void missingFilesAreWrittenIfAskedFor() throws IOException {
    if (Boolean.getBoolean("crdt.golden.write")) {
      Golden.writeMissing();
    }
  }

  static List<Golden.Case> cases() {
    return Golden.cases();
  }

  static List<Golden.Case> inCbor() {
    return Golden.inCbor();
  }

  private static byte[] kept(String file) throws IOException {
    return Files.readAllBytes(Golden.ROOT.resolve(file));
  }

  @Test
  void everyFileIsAccountedFor() throws IOException {
    List<String> kept = Golden.kept();

    assertThat(kept).containsExactlyElementsOf(Golden.files().keySet());
  }

  @Test
  void everyFileIsWrittenAgainByteForByte() throws IOException {
    for (var file : Golden.files().entrySet()) {
      String written = new String(file.getValue(), StandardCharsets.UTF_8);

      assertThat(written)
          .as(file.getKey())
          .isEqualTo(new String(kept(file.getKey()), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void jsonIsReadAndWrittenBack(Golden.Case state) throws IOException {
    byte[] json = kept(state.file() + ".json");

    Object read = Golden.MAPPER.readValue(json, state.type());

    assertThat(read).isEqualTo(state.state());
    assertThat(new Golden.Case(state.type(), state.file(), read).json()).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("inCbor")
  void cborIsReadAndWrittenBack(Golden.Case state) throws IOException {
    String hex = new String(kept(state.file() + ".cbor"), StandardCharsets.US_ASCII).strip();
    byte[] cbor = HexFormat.of().parseHex(hex);

    Object read = Golden.CBOR.readValue(cbor, state.type());

    assertThat(read).isEqualTo(state.state());
    assertThat(Golden.CBOR.writerFor(state.type()).writeValueAsBytes(read)).isEqualTo(cbor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"opened", "open", "closed", "reopened", "compacted", "torn"})
  void journalsAreRead(String name, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("journal.jsonl");
    Files.write(file, kept(Golden.JOURNALS + "/" + name + ".jsonl"));
    String all =
        switch (name) {
          case "opened", "torn" -> "empty";
          case "open", "closed" -> "shared";
          case "compacted" -> "left";
          default -> "last";
        };
    byte[] expected = kept("Changes-ORSet-String/all-" + all + ".json");

    try (Journal<ORSet<String>> journal = Journal.open(folder, GoldenSync.LIST);
        Replica<ORSet<String>> replica = Replica.open(journal, ORSet.empty())) {
      assertThat(Golden.MAPPER.writeValueAsBytes(replica.snapshot())).isEqualTo(expected);
      assertThat(journal.dropped().isDefined()).isEqualTo(name.equals("torn"));
    }
  }
}
