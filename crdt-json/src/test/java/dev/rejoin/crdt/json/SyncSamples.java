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
  static final TypeReference<Changes<Todo>> TODO = new TypeReference<>() {};

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
    String entries = ",\"since\":{\"phone\":[3,7],\"tablet\":[1,0]}";
    String raised = ",\"version\":{\"tablet\":[2,2147483647]}";
    return List.of(
        new Samples.Sample(Version.empty(), VERSION, ",\"entries\":{}"),
        new Samples.Sample(
            AFTER, VERSION, ",\"entries\":{\"phone\":[3,7],\"tablet\":[2,2147483647]}"),
        new Samples.Sample(
            set(),
            SET,
            entries
                + raised
                + ",\"delta\":{\"type\":\"ORSet\",\"format\":1,"
                + "\"replicas\":[\"phone\",\"tablet\"],\"seen\":[[1,1,3,3,5,5],[1,1]],"
                + "\"live\":[[\"f\",0,5]]}"),
        new Samples.Sample(since(BEFORE, ORSet.<String>empty()), SET, entries + raised),
        new Samples.Sample(new Changes<>(BEFORE, BEFORE, GCounter.empty()), COUNTED, entries),
        new Samples.Sample(
            since(Version.empty(), ORMap.<String, Todo>empty()),
            TODOS,
            ",\"since\":{},\"version\":{\"phone\":[3,7],\"tablet\":[2,2147483647]}"),
        new Samples.Sample(
            new Changes<>(BEFORE, BEFORE, CausalSamples.todos()),
            TODOS,
            entries
                + ",\"delta\":{\"type\":\"ORMap\",\"format\":1,"
                + "\"replicas\":[\"phone\"],\"seen\":[[1,4]],\"live\":"
                + "[[\"b\",{\"title\":[[0,1,1777876200000,0,\"tea\"]],\"votes\":[[0,2,2,0]]}],"
                + "[\"a\",{\"tags\":[[\"x\",0,4]]}]]}"));
  }
}
