package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.rejoin.crdt.ORSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the golden files of format 1 must hold, by the path of each below their folder. */
final class Golden {

  static final Path ROOT = Path.of("src", "test", "resources", "golden", "v1");
  static final ObjectMapper MAPPER = GoldenFolder.MAPPER;
  static final ObjectMapper CBOR = new CBORMapper().registerModule(new CrdtModule());
  static final String JOURNALS = "Journal-ORSet-String";

  private Golden() {}

  static List<GoldenFolder> folders() {
    return Stream.of(
            GoldenCounts.all(),
            GoldenValues.all(),
            GoldenCausal.all(),
            GoldenMaps.all(),
            GoldenSync.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * One state.
   *
   * @param type what it is declared as
   * @param file its file, without the ending
   */
  record Case(JavaType type, String file, Object state) {

    byte[] json() throws JsonProcessingException {
      return MAPPER.writerFor(type).writeValueAsBytes(state);
    }

    /** Returns the hexadecimal digits of its CBOR, as a line. */
    byte[] cbor() throws JsonProcessingException {
      byte[] bytes = CBOR.writerFor(type).writeValueAsBytes(state);
      return (HexFormat.of().formatHex(bytes) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    folders().forEach(folder -> cases.addAll(cases(folder)));
    return cases;
  }

  private static List<Case> cases(GoldenFolder folder) {
    return folder.cases().entrySet().stream()
        .map(
            entry ->
                new Case(folder.type(), folder.name() + "/" + entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Returns one state of each folder, but for lines of a journal, which are never CBOR. */
  static List<Case> inCbor() {
    List<Case> chosen = new ArrayList<>();
    for (GoldenFolder folder : folders()) {
      List<Case> cases = cases(folder);
      if (!folder.type().hasRawClass(JournalLine.class)) {
        chosen.add(
            cases.stream()
                .filter(state -> state.file().endsWith("/merged"))
                .findFirst()
                .orElse(cases.get(cases.size() - 1)));
      }
    }
    return chosen;
  }

  /** Returns the bytes of a journal of those lines. */
  static byte[] journal(List<JournalLine<ORSet<String>>> lines) throws IOException {
    JournalCodec<ORSet<String>> codec = new JournalCodec<>(GoldenSync.LIST, new ObjectMapper());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (JournalLine<ORSet<String>> line : lines) {
      bytes.write(codec.line(line));
    }
    return bytes.toByteArray();
  }

  /** Returns the bytes of all files, by path. */
  static SortedMap<String, byte[]> files() throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Case state : cases()) {
      files.put(state.file() + ".json", state.json());
    }
    for (Case state : inCbor()) {
      files.put(state.file() + ".cbor", state.cbor());
    }
    for (var journal : GoldenSync.journals().entrySet()) {
      byte[] bytes = journal(journal.getValue());
      files.put(JOURNALS + "/" + journal.getKey() + ".jsonl", bytes);
      if (journal.getKey().equals("open")) {
        files.put(JOURNALS + "/torn.jsonl", Arrays.copyOf(bytes, bytes.length - 7));
      }
    }
    files.put("index.json", index());
    return files;
  }

  private static byte[] index() throws JsonProcessingException {
    ObjectNode index = MAPPER.createObjectNode().put("format", 1);
    ObjectNode folders = index.putObject("folders");
    for (GoldenFolder folder : folders()) {
      folders.set(folder.name(), folder.declared());
    }
    folders.set(
        JOURNALS,
        MAPPER
            .createArrayNode()
            .add("Journal")
            .add(declared(MAPPER.constructType(GoldenSync.LIST))));
    ObjectNode records = index.putObject("records");
    for (Class<?> record : List.of(Column.class, Desk.class, Todo.class)) {
      records.set(record.getSimpleName(), components(record));
    }
    index.putObject("values").set("Point", components(Point.class));
    return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(index).replace("\r", "")
            + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode declared(JavaType type) {
    return GoldenFolder.declared(type);
  }

  private static JsonNode components(Class<?> record) {
    ObjectNode components = MAPPER.createObjectNode();
    for (RecordComponent component : record.getRecordComponents()) {
      components.set(
          component.getName(), declared(MAPPER.constructType(component.getGenericType())));
    }
    return components;
  }

  /** Returns the paths of all files that are there. */
  static List<String> kept() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.equals("README.md"))
          .sorted()
          .toList();
    }
  }

  /** Writes the files that are missing, and leaves all others alone. */
  static void writeMissing() throws IOException {
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      Path path = ROOT.resolve(file.getKey());
      if (Files.notExists(path)) {
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    }
  }
}
