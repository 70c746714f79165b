package dev.rejoin.crdt.bench;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One benchmark method with all of its parameters.
 *
 * @param benchmark class and method, without the package
 * @param params name to value
 */
record Task(String benchmark, SortedMap<String, String> params) {

  static final String PACKAGE = "dev.rejoin.crdt.bench.";

  Task {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  static Task merge(String method, SetMerge.Kind kind, int size, int changes) {
    return new Task(
        "SetMerge." + method,
        new TreeMap<>(Map.of("kind", kind + "", "size", size + "", "changes", changes + "")));
  }

  static Task delta(String method, SetDelta.Change change, int size, int changes) {
    return new Task(
        "SetDelta." + method,
        new TreeMap<>(Map.of("change", change + "", "size", size + "", "changes", changes + "")));
  }

  static Task edit(String method, int size) {
    return new Task("SetEdit." + method, new TreeMap<>(Map.of("size", size + "")));
  }

  static Task counts(String method, int replicas) {
    return new Task("Counts." + method, new TreeMap<>(Map.of("replicas", replicas + "")));
  }

  static Task mapMerge(String method, MapMerge.Kind kind, int size) {
    return new Task(
        "MapMerge." + method, new TreeMap<>(Map.of("kind", kind + "", "size", size + "")));
  }

  static Task mapEdit(String method, int size) {
    return new Task("MapEdit." + method, new TreeMap<>(Map.of("size", size + "")));
  }

  static Task orMapMerge(String method, ORMapMerge.Kind kind, int size) {
    return new Task(
        "ORMapMerge." + method, new TreeMap<>(Map.of("kind", kind + "", "size", size + "")));
  }

  static Task orMapEdit(String method, int size) {
    return new Task("ORMapEdit." + method, new TreeMap<>(Map.of("size", size + "")));
  }

  static Task answer(int behind) {
    return new Task("SyncAnswer.changesSinceRejoin", new TreeMap<>(Map.of("behind", behind + "")));
  }

  static Task sync(String benchmark) {
    return new Task(benchmark, new TreeMap<>());
  }

  /** Returns the benchmark with its parameters, as in {@code SetEdit.addRejoin{size=10}}. */
  @Override
  public String toString() {
    return benchmark + params;
  }
}
