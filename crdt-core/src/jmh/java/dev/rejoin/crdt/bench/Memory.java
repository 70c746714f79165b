package dev.rejoin.crdt.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Replica;
import io.vavr.collection.HashSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openjdk.jol.info.GraphLayout;

/**
 * Measures how many bytes sets retain beyond the strings in them, and a replica beyond its state,
 * with JOL, in a JVM of its own.
 */
public final class Memory {

  static final String REJOIN = "rejoin";
  static final String REJOIN_APART = "rejoin, read back";
  static final String PEKKO = "pekko";
  static final String VAVR = "vavr HashSet";
  static final String JAVA = "java.util.HashSet";
  static final String STATE = "state of a replica";
  static final String HISTORY = "history of a replica";

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

  /** What is measured: so many elements in a structure of that name. */
  record Subject(String structure, int elements) {}

  /** Returns the sets of each of those sizes. */
  static List<Subject> sets(Integer... sizes) {
    return Stream.of(sizes)
        .flatMap(size -> STRUCTURES.keySet().stream().map(name -> new Subject(name, size)))
        .toList();
  }

  /**
   * Writes the figures into the file that the first argument names, for what follows: the name of a
   * structure and its size, and so on.
   */
  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ArrayNode figures = json.createArrayNode();
    for (int i = 1; i < args.length; i += 2) {
      Subject subject = new Subject(args[i], Integer.parseInt(args[i + 1]));
      long bytes = bytes(subject);
      double each = (double) bytes / subject.elements;
      System.out.printf(
          Locale.ROOT,
          "memory: %s of %d: %.1f B/element%n",
          subject.structure,
          subject.elements,
          each);
      figures
          .addObject()
          .put("structure", subject.structure)
          .put("elements", subject.elements)
          .put("bytes", bytes)
          .put("bytesPerElement", each);
    }
    json.writeValue(Path.of(args[0]).toFile(), figures);
  }

  private static long bytes(Subject subject) {
    Function<List<String>, Object> structure = STRUCTURES.get(subject.structure);
    if (structure != null) {
      List<String> strings = Work.strings("k", subject.elements);
      return total(structure.apply(strings)) - total(strings.toArray());
    }
    Replica<ORSet<String>> replica = new LongHistory(subject.elements, Set.of()).replica();
    long state = total(replica.state());
    return switch (subject.structure) {
      case STATE -> state;
      case HISTORY -> total(replica) - state;
      default -> throw new IllegalArgumentException("no such structure: " + subject.structure);
    };
  }

  private static long total(Object root) {
    return GraphLayout.parseInstance(root).totalSize();
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
