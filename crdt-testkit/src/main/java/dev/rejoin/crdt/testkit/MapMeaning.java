package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a map means whose values have a meaning of their own.
 *
 * @param remove the name of the edit that removes a key
 * @param values what the value of a key means, given the updates of the key that survive
 * @param dropsEmpty whether a key is not there while its value is {@code empty}
 * @param empty that value
 */
record MapMeaning(String remove, Meaning values, boolean dropsEmpty, @Nullable Object empty) {

  static Meaning of(String remove, Meaning values, boolean dropsEmpty, @Nullable Object empty) {
    if (!values.isOfOneValue()) {
      throw new IllegalArgumentException(
          "meaning of a map's values must tell one value from the edits visible to it,"
              + " but was that of a sequence or a reference");
    }
    Set<String> names = new HashSet<>(values.names());
    names.add(Objects.requireNonNull(remove, "remove"));
    MapMeaning meaning = new MapMeaning(remove, values, dropsEmpty, empty);
    return Meaning.expecting(meaning::expectation)
        .about(values.names().isEmpty() ? Set.of() : names);
  }

  private Meaning.Expectation expectation(Visible visible) {
    Map<Object, Meaning.Expectation> expected = new LinkedHashMap<>();
    surviving(visible)
        .forEach((key, edits) -> expected.put(key, values.expectation(visible.only(edits))));
    expected.values().removeIf(value -> value.exact() && mayBeGone(value));
    Map<Object, @Nullable Object> shown = new LinkedHashMap<>();
    expected.forEach((key, value) -> shown.put(key, value.exact() ? value.shown() : oneOf(value)));
    boolean exact = expected.values().stream().allMatch(Meaning.Expectation::exact);
    return new Meaning.Expectation(
        exact, shown, seen -> seen instanceof Map<?, ?> map && isMet(map, expected));
  }

  private static String oneOf(Meaning.Expectation value) {
    return "one of " + value.shown();
  }

  private boolean mayBeGone(Meaning.Expectation value) {
    return dropsEmpty && value.isMetBy(empty);
  }

  private boolean isMet(Map<?, ?> seen, Map<Object, Meaning.Expectation> expected) {
    Map<@Nullable Object, Meaning.Expectation> left = new HashMap<>();
    expected.forEach((key, value) -> left.put(PlainValue.of(key), value));
    for (Map.Entry<?, ?> entry : seen.entrySet()) {
      Meaning.Expectation value = left.remove(entry.getKey());
      if (value == null || !value.allowed().test(entry.getValue()) || isEmpty(entry.getValue())) {
        return false;
      }
    }
    return left.values().stream().allMatch(this::mayBeGone);
  }

  private boolean isEmpty(@Nullable Object value) {
    return dropsEmpty && Objects.equals(value, PlainValue.of(empty));
  }

  /** Returns of each key the updates that no remove of it saw, as edits of its value. */
  private Map<Object, List<Visible.Edit>> surviving(Visible visible) {
    Map<Object, List<Visible.Edit>> surviving = new LinkedHashMap<>();
    for (Visible.Edit update : visible.edits()) {
      if (!update.name().equals(remove)) {
        Object argument = update.argument(Object.class);
        boolean isEntry = argument instanceof Map.Entry<?, ?>;
        Object key = isEntry ? ((Map.Entry<?, ?>) argument).getKey() : argument;
        Object rest = isEntry ? ((Map.Entry<?, ?>) argument).getValue() : null;
        if (visible.edits(remove).noneMatch(removal -> isOf(removal, key, update, visible))) {
          surviving.computeIfAbsent(key, k -> new ArrayList<>()).add(update.with(rest));
        }
      }
    }
    return surviving;
  }

  private static boolean isOf(
      Visible.Edit removal, Object key, Visible.Edit update, Visible visible) {
    return (removal.argument() == null || removal.argument().equals(key))
        && visible.saw(removal, update);
  }
}
