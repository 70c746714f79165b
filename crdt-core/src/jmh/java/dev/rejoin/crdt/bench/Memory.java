package dev.rejoin.crdt.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.collection.HashSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.openjdk.jol.info.GraphLayout;

/** Measures how many bytes sets retain beyond the strings in them, with JOL, in a JVM of its own. */
public final class Memory {

  static final String REJOIN = "rejoin";
  static final String REJOIN_APART = "rejoin, read back";
  static final String PEKKO = "pekko";
  static final String VAVR = "vavr HashSet";
  static final String JAVA = "java.util.HashSet";

  /** JOL looks into records, which needs its own way to find the offset of a field. */
  static final List<String> FLAGS =
      List.of("-Xmx4g", "-Djol.magicFieldOffset=true", "-Djdk.attach.allowAttachSelf=true");

  private static final Map<String, Function<List<String>, Object>> STRUCTURES =
      new TreeMap<>(
          Map.of(
              REJOIN, strings -> Sets.REJOIN.of(0, strings),
              REJOIN_APART, Memory::readBack,
              PEKKO, strings -> Sets.PEKKO.of(0, strings),
              VAVR, HashSet::ofAll,
              JAVA, java.util.HashSet::new));

  private Memory() {}

  /** Writes the figures into the file that the first argument names, for the sizes that follow. */
  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ArrayNode figures = json.createArrayNode();
    for (String size : List.of(args).subList(1, args.length)) {
      List<String> strings = Work.strings("k", Integer.parseInt(size));
      long own = GraphLayout.parseInstance(strings.toArray()).totalSize();
      STRUCTURES.forEach(
          (name, structure) -> {
            long all = GraphLayout.parseInstance(structure.apply(strings)).totalSize();
            double each = (double) (all - own) / strings.size();
            System.out.printf(Locale.ROOT, "memory: %s of %s: %.1f B/element%n", name, size, each);
            figures
                .addObject()
                .put("structure", name)
                .put("elements", strings.size())
                .put("bytes", all - own)
                .put("bytesPerElement", each);
          });
    }
    json.writeValue(Path.of(args[0]).toFile(), figures);
  }

  private static ORSet<String> readBack(List<String> strings) {
    ReplicaId replica = ReplicaId.of("node0");
    var range = new CausalContext.Range(replica, 1, strings.size());
    ORSet.Builder<String> builder = ORSet.builder(CausalContext.of(List.of(range)));
    long counter = 0;
    for (String element : strings) {
      builder.live(element, List.of(new Dot(replica, ++counter)));
    }
    return builder.build();
  }
}
