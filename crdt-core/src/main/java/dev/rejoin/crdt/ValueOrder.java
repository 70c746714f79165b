package dev.rejoin.crdt;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order in which values are shown where nothing else orders them: the tied values of a
 * register, the elements of a set as text. It depends on the values alone, not on the order in
 * which they came, and is defined for any mixture of them.
 *
 * <p>Values with a natural order come first, by class name, by that order and by their text; then
 * all others, by their text and by class name. (Equal lists may be of different classes on
 * different replicas, so there the text goes first.) A class whose natural order throws on what the
 * values hold is ordered by text, and a text that throws is empty. What is still the same then is
 * ordered by hash code.
 */
final class ValueOrder {

  private static final Comparator<Ranked<?>> BY_TEXT =
      Comparator.<Ranked<?>, String>comparing(Ranked::text)
          .thenComparing(Ranked::className)
          .thenComparing(ranked -> ranked.value().hashCode());

  /** Behind the names of all classes. */
  private static final String WITHOUT_ORDER = "\uffff";

  /** A vavr hash set looks through all elements of one hash code, one by one. */
  private static final int MOST_TO_HASH_ALIKE = 64;

  private ValueOrder() {}

  /**
   * Returns the values in order, as a set; equal ones count once. Where so many may share a hash
   * code that no hash set can take them, it is a {@code TreeSet}, if they have a natural order.
   *
   * @param crowd how many values share a hash code, at the most
   */
  static <T> Set<T> set(Collection<? extends T> values, int crowd) {
    Set<T> sorted = crowd > MOST_TO_HASH_ALIKE ? treeSet(values) : null;
    return sorted == null ? LinkedHashSet.ofAll(sorted(values)) : sorted;
  }

  /** Returns values that are in order and differ, as {@link #set} does. */
  static <T> Set<T> setOfSorted(Collection<? extends T> values) {
    Set<T> sorted = values.size() > MOST_TO_HASH_ALIKE ? treeSet(values) : null;
    return sorted == null ? LinkedHashSet.ofAll(values) : sorted;
  }

  /**
   * Returns the values as a set that does not hash them, or null if there is none in that order.
   */
  private static <T> @Nullable Set<T> treeSet(Collection<? extends T> values) {
    if (!values.stream().allMatch(value -> NaturalOrder.isOn(value.getClass()))) {
      return null;
    }
    Set<T> sorted = TreeSet.ofAll(NaturalOrder::compareGroups, values);
    return sorted.size() == new HashSet<>(values).size() ? sorted : null;
  }

  /**
   * Returns the values in order; costs O(n log n) comparisons, and a text of each but of those that
   * a trusted natural order tells apart.
   */
  static <T> List<T> sorted(Iterable<? extends T> values) {
    java.util.Map<String, List<T>> groups = new java.util.TreeMap<>();
    values.forEach(
        value -> groups.computeIfAbsent(group(value), name -> new ArrayList<>()).add(value));
    List<T> sorted = new ArrayList<>();
    groups.values().forEach(group -> sorted.addAll(sortedGroup(group)));
    return Collections.unmodifiableList(sorted);
  }

  /** Returns the class of what has a natural order, and one name for all the rest. */
  private static String group(Object value) {
    return value instanceof Comparable ? value.getClass().getName() : WITHOUT_ORDER;
  }

  private static <T> List<T> sortedGroup(List<T> group) {
    Class<?> type = group.get(0).getClass();
    if (!NaturalOrder.isOn(type) || group.stream().anyMatch(value -> value.getClass() != type)) {
      return sortedByText(group);
    }
    group.sort(ValueOrder::compareTrusted);
    return group;
  }

  private static int compareTrusted(Object a, Object b) {
    int order = NaturalOrder.compare(a, b);
    return order != 0 ? order : text(a).compareTo(text(b));
  }

  /** Returns the values by text, and neighbours of one class by their natural order. */
  private static <T> List<T> sortedByText(List<T> group) {
    List<Ranked<T>> ranked = new ArrayList<>(group.size());
    group.forEach(value -> ranked.add(new Ranked<>(value, text(value))));
    ranked.sort(BY_TEXT);
    for (int from = 0, to; from < ranked.size(); from = to) {
      to = from + 1;
      while (to < ranked.size() && ranked.get(to).isComparableWith(ranked.get(from))) {
        to++;
      }
      sortNaturally(ranked.subList(from, to));
    }
    return ranked.stream().map(Ranked::value).toList();
  }

  private static String text(Object value) {
    try {
      return String.valueOf(value.toString());
    } catch (RuntimeException noText) {
      return ""; // to throw here would mean that a merge throws
    }
  }

  /** Sorts values of one class by their natural order, stably; leaves them if it throws. */
  private static <T> void sortNaturally(List<Ranked<T>> sameClass) {
    if (sameClass.size() < 2) {
      return;
    }
    List<Ranked<T>> sorted = new ArrayList<>(sameClass);
    try {
      sorted.sort((a, b) -> NaturalOrder.compare(a.value(), b.value()));
    } catch (RuntimeException noOrder) {
      return; // to throw here would mean that a merge throws: the order by text stands
    }
    for (int i = 0; i < sorted.size(); i++) {
      sameClass.set(i, sorted.get(i));
    }
  }

  /** Returns the keys that {@link #set} gave, in their order, each with its value. */
  static <K, V> Map<K, V> map(Set<K> keys, Function<? super K, ? extends V> value) {
    List<Tuple2<K, V>> entries = new ArrayList<>(keys.size());
    keys.forEach(key -> entries.add(Tuple.of(key, value.apply(key))));
    return keys instanceof TreeSet
        ? TreeMap.ofEntries(NaturalOrder::compareGroups, entries)
        : LinkedHashMap.ofEntries(entries);
  }

  private record Ranked<T>(T value, String text) {

    String className() {
      return value.getClass().getName();
    }

    boolean isComparableWith(Ranked<?> other) {
      return value instanceof Comparable && value.getClass() == other.value.getClass();
    }
  }
}
