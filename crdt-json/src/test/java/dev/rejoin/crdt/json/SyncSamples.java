package dev.rejoin.crdt.json;

import static dev.rejoin.crdt.json.Samples.PHONE;
import static dev.rejoin.crdt.json.Samples.TABLET;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Version;
import java.util.List;
import java.util.Map;

/** Versions and changes that several tests write and read. */
final class SyncSamples {

  static final TypeReference<Version> VERSION = new TypeReference<>() {};
  static final TypeReference<Changes<GCounter>> COUNTED = new TypeReference<>() {};
  static final TypeReference<Changes<ORSet<String>>> SET = new TypeReference<>() {};
  static final TypeReference<Changes<ORMap<String, Todo>>> TODOS = new TypeReference<>() {};
  static final TypeReference<Changes<Todo>> ROW = new TypeReference<>() {};

  static final Version BEFORE =
      Version.of(Map.of(PHONE, new Version.Entry(3, 7), TABLET, new Version.Entry(1, 0)));
  static final Version AFTER =
      BEFORE.merge(Version.of(Map.of(TABLET, new Version.Entry(2, Integer.MAX_VALUE))));

  private SyncSamples() {}

  static Changes<ORSet<String>> set() {
    return new Changes<>(BEFORE, AFTER, Samples.delta());
  }

  static <S extends Crdt<S>> Changes<S> since(Version since, S delta) {
    return new Changes<>(since, AFTER, delta);
  }

  static List<Samples.Sample> all() {
    return List.of(
        new Samples.Sample(Version.empty(), VERSION),
        new Samples.Sample(AFTER, VERSION),
        new Samples.Sample(set(), SET),
        new Samples.Sample(since(BEFORE, ORSet.<String>empty()), SET),
        new Samples.Sample(new Changes<>(BEFORE, BEFORE, GCounter.empty()), COUNTED),
        new Samples.Sample(since(Version.empty(), ORMap.<String, Todo>empty()), TODOS),
        new Samples.Sample(new Changes<>(BEFORE, BEFORE, CausalSamples.todos()), TODOS));
  }
}
