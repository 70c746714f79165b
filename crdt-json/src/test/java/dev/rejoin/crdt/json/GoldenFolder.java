package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rejoin.crdt.Crdt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Golden files of one declared type: states of one history, so that any two can be merged. */
final class GoldenFolder {

  static final ObjectMapper MAPPER = Samples.MAPPER;

  private final JavaType type;
  private final Map<String, Object> cases = new LinkedHashMap<>();

  GoldenFolder(TypeReference<?> type) {
    this.type = MAPPER.constructType(type);
  }

  GoldenFolder with(String name, Object state) {
    if (cases.put(name, state) != null) {
      throw new IllegalArgumentException("a case must be given once, but " + name + " was twice");
    }
    return this;
  }

  /** Returns the folder of those states, by name. */
  static GoldenFolder of(TypeReference<?> type, Map<String, ?> states) {
    GoldenFolder folder = new GoldenFolder(type);
    states.forEach(folder::with);
    return folder;
  }

  /** Returns the folder of a history with one fork. */
  static <S extends Crdt<S>> GoldenFolder of(TypeReference<S> type, S empty, Fork<S> fork) {
    return of(type, fork.states(empty));
  }

  /**
   * A history: what all devices share, what two of them then do apart, what the first does after
   * that, and what happens once all met.
   */
  record Fork<S extends Crdt<S>>(
      BiFunction<S, GoldenDevices, S> shared,
      BiFunction<S, GoldenDevices, S> left,
      BiFunction<S, GoldenDevices, S> leftLater,
      BiFunction<S, GoldenDevices, S> right,
      BiFunction<S, GoldenDevices, S> last,
      UnaryOperator<S> cleared) {

    /** Returns the states and deltas on the way, by name. */
    Map<String, S> states(S empty) {
      GoldenDevices devices = new GoldenDevices();
      S shared = this.shared.apply(empty, devices);
      S left = this.left.apply(shared, devices);
      S leftLater = this.leftLater.apply(left, devices);
      S right = this.right.apply(shared, devices);
      S merged = leftLater.merge(right);
      S last = this.last.apply(merged, devices);
      Map<String, S> states = new LinkedHashMap<>();
      put("empty", empty, states);
      put("shared", shared, states);
      put("left", left, states);
      put("left-later", leftLater, states);
      put("right", right, states);
      put("merged", merged, states);
      put("last", last, states);
      put("cleared", cleared.apply(last), states);
      put("gap", shared.merge(leftLater.deltaSince(left)), states);
      put("left-delta", left.deltaSince(shared), states);
      put("left-later-delta", leftLater.deltaSince(left), states);
      put("right-delta", right.deltaSince(shared), states);
      return states;
    }

    /** Keeps one of equal states, which of some types a delta and the whole state are. */
    private static <S> void put(String name, S state, Map<String, S> states) {
      if (!states.containsValue(state)) {
        states.put(name, state);
      }
    }
  }

  JavaType type() {
    return type;
  }

  Map<String, Object> cases() {
    return cases;
  }

  /** Returns as in {@code ORMap-String-ORSet-String}. */
  String name() {
    return name(type);
  }

  private static String name(JavaType type) {
    StringBuilder name = new StringBuilder(simpleName(type));
    for (int i = 0; i < type.containedTypeCount(); i++) {
      name.append('-').append(name(type.containedType(i)));
    }
    return name.toString();
  }

  private static String simpleName(JavaType type) {
    return type.getRawClass().getSimpleName();
  }

  JsonNode declared() {
    return declared(type);
  }

  /** Returns as in {@code ["ORMap","String",["ORSet","String"]]}. */
  static JsonNode declared(JavaType type) {
    if (type.containedTypeCount() == 0) {
      return TextNode.valueOf(simpleName(type));
    }
    ArrayNode parts = MAPPER.createArrayNode().add(simpleName(type));
    for (int i = 0; i < type.containedTypeCount(); i++) {
      parts.add(declared(type.containedType(i)));
    }
    return parts;
  }
}
