package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Opens journals of sets for tests, over a clock that stands still and ids that can be repeated.
 */
final class JournalLab {

  static final TypeReference<ORSet<String>> SET = new TypeReference<>() {};
  static final String JOURNAL = "journal.jsonl";
  static final String LOCK = "journal.lock";

  private final SplittableRandom random = new SplittableRandom(7);
  private Clock wall = Clock.fixed(Instant.parse("2026-05-04T06:30:00Z"), ZoneOffset.UTC);

  void setClock(String time) {
    wall = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
  }

  Replica<ORSet<String>> open(Path folder) {
    return open(Journal.open(folder, SET));
  }

  Replica<ORSet<String>> open(Path folder, Durability durability, Disk disk) {
    return open(Journal.open(folder, SET, new ObjectMapper(), durability, disk));
  }

  Replica<ORSet<String>> open(Journal<ORSet<String>> journal) {
    return Replica.open(journal, ORSet.<String>empty(), wall, random);
  }

  static void add(Replica<ORSet<String>> replica, String... elements) {
    for (String element : elements) {
      replica.update((set, me) -> set.add(me, element));
    }
  }

  /** Adds one element after the other in a replica that is closed afterwards. */
  void write(Path folder, String... elements) {
    try (Replica<ORSet<String>> replica = open(folder)) {
      add(replica, elements);
    }
  }

  static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes bytes over those of a file, which stays the same file. */
  static void overwrite(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
  }

  /** Returns once files that are changed from now on are seen to be changed later than this one. */
  static void awaitLaterThan(Path file, Path probe) throws IOException {
    Object changed = Files.getAttribute(file, "unix:ctime");
    do {
      Files.writeString(probe, "probe");
    } while (Files.getAttribute(probe, "unix:ctime").equals(changed));
  }

  static List<String> lines(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve(JOURNAL));
  }
}
