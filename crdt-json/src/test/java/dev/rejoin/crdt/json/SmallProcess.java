package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.sun.management.ThreadMXBean;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads large, deep and lying input, and says of each what became of it and what it took. */
final class SmallProcess {

  private static final int MANY = 100_000;
  private static final int REPLICAS = 150_000;
  private static final int LARGE = 1 << 20;
  private static final Limits MORE_REPLICAS = Limits.defaults().withReplicas(Integer.MAX_VALUE);
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new CrdtModule());
  private static final ObjectMapper WIDE =
      new ObjectMapper().registerModule(new CrdtModule(MORE_REPLICAS));
  private static final ObjectMapper CBOR = new CBORMapper().registerModule(new CrdtModule());
  private static final ObjectMapper DEEP = new ObjectMapper().registerModule(new CrdtModule());

  /** A tree as deep as its input says. */
  record Tree(EWFlag here, ORMap<String, Tree> below) implements CausalRecord<Tree> {}

  /** As records of an app are whose hash code is that of a text. */
  record Named(String name) {}

  private static final TypeReference<ORMap<String, Tree>> TREE = new TypeReference<>() {};

  private SmallProcess() {}

  public static void main(String[] arguments) throws IOException {
    DEEP.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build());
    collisions();
    claims();
    replicas();
    levels();
  }

  /** Reads some bytes, and says what became of them and if that allocates much for each. */
  private static void read(String what, ObjectMapper mapper, byte[] input, TypeReference<?> type)
      throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    String outcome;
    try {
      mapper.readValue(input, type);
      outcome = "read";
    } catch (JsonProcessingException e) {
      outcome = e.getOriginalMessage();
    }
    long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    boolean isMuch = bytes > LARGE && bytes > 256L * input.length;
    System.out.printf(
        Locale.ROOT, "%s: %s%s%n", what, outcome.lines().findFirst().get(), isMuch ? ", much" : "");
    System.err.printf(Locale.ROOT, "%s: %,d B for %,d B%n", what, bytes, input.length);
  }

  private static void read(String what, ObjectMapper mapper, String input, TypeReference<?> type)
      throws IOException {
    read(what, mapper, input.getBytes(StandardCharsets.UTF_8), type);
  }

  /** Returns a text whose hash code is that of all others; they ascend with their numbers. */
  private static String alike(int number) {
    return IntStream.range(0, 17)
        .mapToObj(bit -> (number >> (16 - bit) & 1) == 0 ? "Aa" : "BB")
        .collect(Collectors.joining());
  }

  private static String all(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(","));
  }

  private static String crdt(String type, String fields) {
    return "{\"type\":\"" + type + "\",\"format\":1," + fields + "}";
  }

  private static String causal(String type, int seen, String live) {
    return crdt(type, "\"replicas\":[\"a\"],\"seen\":[[1," + seen + "]],\"live\":[" + live + "]");
  }

  private static void collisions() throws IOException {
    read(
        "texts in an ORSet",
        JSON,
        causal("ORSet", MANY, "[0," + all(MANY, i -> "\"" + alike(i) + "\",1") + "]"),
        new TypeReference<ORSet<String>>() {});
    read(
        "records in an ORSet",
        JSON,
        causal("ORSet", MANY, "[0," + all(MANY, i -> "{\"name\":\"" + alike(i) + "\"},1") + "]"),
        new TypeReference<ORSet<Named>>() {});
    read(
        "texts in a GSet",
        JSON,
        crdt("GSet", "\"elements\":[" + all(MANY, i -> '"' + alike(i) + '"') + "]"),
        new TypeReference<GSet<String>>() {});
    read(
        "keys of an LWWMap",
        JSON,
        crdt(
            "LWWMap",
            "\"replicas\":[\"a\"],\"entries\":["
                + all(MANY, i -> "[\"" + alike(i) + "\"," + i + ",0,0]")
                + "]"),
        new TypeReference<LWWMap<String, String>>() {});
    read(
        "keys of an ORMap",
        JSON,
        causal("ORMap", MANY, all(MANY, i -> "[\"" + alike(i) + "\",[0," + (i + 1) + "]]")),
        new TypeReference<ORMap<String, EWFlag>>() {});
    read(
        "ties of an LWWRegister",
        JSON,
        crdt(
            "LWWRegister",
            "\"timestamp\":{\"millis\":0,\"counter\":0,\"replica\":\"a\"},\"values\":["
                + all(MANY, i -> '"' + alike(i) + '"')
                + "]"),
        new TypeReference<LWWRegister<String>>() {});
  }

  /** Reads CBOR that says that a gigabyte follows. */
  private static void claims() throws IOException {
    String open = "a5" + "6474797065" + "654f52536574" + "66666f726d6174" + "01";
    String replicas = open + "687265706c69636173" + "81";
    for (String head : new String[] {"7a", "5a", "9a", "ba", "c25a"}) {
      String claimed = head + "40000000" + "61".repeat(100);
      read("type " + head, CBOR, HexFormat.of().parseHex("a56474797065" + claimed), Samples.SET);
      read("replica " + head, CBOR, HexFormat.of().parseHex(replicas + claimed), Samples.SET);
      read("value " + head, CBOR, HexFormat.of().parseHex(claimed), Samples.SET);
    }
  }

  private static void replicas() throws IOException {
    IntFunction<String> id = i -> String.format(Locale.ROOT, "\"r%07d\"", i);
    String counts = "\"counts\":{" + all(REPLICAS, i -> id.apply(i) + ":1") + "}";
    String million = all(1_000_000, i -> id.apply(i) + ":1");
    read(
        "GCounter of a million",
        JSON,
        crdt("GCounter", "\"counts\":{" + million + "}"),
        new TypeReference<GCounter>() {});
    read("GCounter", JSON, crdt("GCounter", counts), new TypeReference<GCounter>() {});
    String seen = "\"seen\":{" + all(REPLICAS, i -> id.apply(i) + ":[1,1]") + "}";
    read("CausalContext", JSON, crdt("CausalContext", seen), new TypeReference<CausalContext>() {});
    String entries = "\"entries\":{" + all(REPLICAS, i -> id.apply(i) + ":[1,1]") + "}";
    read("Version", JSON, crdt("Version", entries), SyncSamples.VERSION);
    String ids = "\"replicas\":[" + all(REPLICAS, id) + "]";
    read("ORSet", JSON, crdt("ORSet", ids), Samples.SET);
    read("wide GCounter", WIDE, crdt("GCounter", counts), new TypeReference<GCounter>() {});
    read(
        "wide CausalContext",
        WIDE,
        crdt("CausalContext", seen),
        new TypeReference<CausalContext>() {});
    read("wide Version", WIDE, crdt("Version", entries), SyncSamples.VERSION);
  }

  private static void levels() throws IOException {
    int levels = 10_000;
    String lists = "[".repeat(levels) + "]".repeat(levels);
    String trees = causal("ORMap", 1, "[\"k\",{\"below\":[".repeat(levels) + "]}]".repeat(levels));
    read(
        "elements in elements",
        JSON,
        causal("ORSet", 1, "[0," + lists + ",1]"),
        new TypeReference<ORSet<Object>>() {});
    read("type of objects", DEEP, "{\"type\":".repeat(levels), Samples.SET);
    read("live of arrays", DEEP, causal("ORSet", 1, "[0," + lists + ",1]"), Samples.SET);
    read("trees", JSON, trees, TREE);
    read("trees of a mapper that goes deeper", DEEP, trees, TREE);
  }
}
