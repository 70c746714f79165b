package dev.rejoin.crdt.testkit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a map means in which one edit of a key wins, whichever the clocks say.
 *
 * @param put the name of the edit that puts a value under a key
 * @param remove the name of the edit that removes a key
 */
record LastWriterWinsMap(String put, String remove) {

  /**
   * What an edit does to its key.
   *
   * @param value what it puts, null if it removes
   */
  private record Outcome(@Nullable Object value) {

    @Override
    public String toString() {
      return value == null ? "no value" : value.toString();
    }
  }

  Meaning.Expectation expectation(Visible visible) {
    Map<Object, List<Outcome>> allowed = new LinkedHashMap<>();
    visible
        .edits(put)
        .forEach(edit -> allowed.computeIfAbsent(key(edit), key -> outcomes(visible, key)));
    allowed.values().removeIf(List.of(new Outcome(null))::equals);
    boolean exact = allowed.values().stream().allMatch(outcomes -> outcomes.size() == 1);
    Map<Object, Object> shown = new LinkedHashMap<>();
    allowed.forEach(
        (key, outcomes) ->
            shown.put(key, outcomes.size() == 1 ? outcomes.get(0) : "one of " + outcomes));
    return new Meaning.Expectation(
        exact, shown, seen -> seen instanceof Map<?, ?> map && isMet(map, allowed));
  }

  private static Object key(Visible.Edit edit) {
    return edit.argument() instanceof Map.Entry<?, ?> entry
        ? Objects.requireNonNull(entry.getKey(), "key")
        : edit.argument(Object.class);
  }

  /** Returns what the edits of that key do that no other one of them has seen. */
  private List<Outcome> outcomes(Visible visible, Object key) {
    return visible
        .latest(edit -> key(edit).equals(key) && (edit.name().equals(put) || finds(visible, edit)))
        .map(
            edit -> new Outcome(edit.argument() instanceof Map.Entry<?, ?> e ? e.getValue() : null))
        .distinct()
        .toList();
  }

  /** Returns whether a remove has seen a put of its key. */
  private boolean finds(Visible visible, Visible.Edit removal) {
    return visible
        .edits(put)
        .anyMatch(edit -> key(edit).equals(key(removal)) && visible.saw(removal, edit));
  }

  private static boolean isMet(Map<?, ?> seen, Map<Object, List<Outcome>> allowed) {
    Set<@Nullable Object> met = new HashSet<>();
    allowed.forEach(
        (key, outcomes) -> {
          Object plain = PlainValue.of(key);
          Object value = seen.get(plain);
          if (outcomes.stream().anyMatch(o -> Objects.equals(PlainValue.of(o.value()), value))) {
            met.add(plain);
          }
        });
    return met.size() == allowed.size() && met.containsAll(seen.keySet());
  }
}
