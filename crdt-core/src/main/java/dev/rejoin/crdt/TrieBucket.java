package dev.rejoin.crdt;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The entries whose keys share all 32 bits of their hash codes, below the last level of branches.
 *
 * <p>They are filed in a search tree by {@link NaturalOrder#compareGroups}, and those that it takes
 * for equal in a list, which is searched with {@code equals}. So of a hundred thousand crafted
 * strings each costs O(log n), while each key without a trusted natural order costs O(n).
 */
final class TrieBucket<K, V> implements TrieNode<K, V> {

  private static final TrieBucket<?, ?> EMPTY =
      new TrieBucket<>(TreeMap.empty(NaturalOrder::compareGroups), 0);

  private final TreeMap<K, List<Tuple2<K, V>>> groups;
  private final int size;

  private TrieBucket(TreeMap<K, List<Tuple2<K, V>>> groups, int size) {
    this.groups = groups;
    this.size = size;
  }

  @SuppressWarnings("unchecked") // the empty bucket holds no key and no value
  static <K, V> TrieBucket<K, V> empty() {
    return (TrieBucket<K, V>) EMPTY;
  }

  private List<Tuple2<K, V>> groupOf(K key) {
    return groups.getOrElse(key, List.empty());
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable V get(K key, int hash, int shift) {
    for (Tuple2<K, V> entry : groupOf(key)) {
      if (entry._1.equals(key)) {
        return entry._2;
      }
    }
    return null;
  }

  @Override
  public TrieBucket<K, V> put(K key, V value, int hash, int shift) {
    List<Tuple2<K, V>> group = groupOf(key);
    List<Tuple2<K, V>> others = group.reject(entry -> entry._1.equals(key));
    if (others.size() == group.size()) {
      return new TrieBucket<>(groups.put(key, group.append(Tuple.of(key, value))), size + 1);
    }
    if (get(key, hash, shift) == value) {
      return this;
    }
    List<Tuple2<K, V>> replaced =
        group.map(entry -> entry._1.equals(key) ? Tuple.of(entry._1, value) : entry);
    return new TrieBucket<>(groups.put(key, replaced), size);
  }

  @Override
  public TrieBucket<K, V> remove(K key, int hash, int shift) {
    List<Tuple2<K, V>> group = groupOf(key);
    List<Tuple2<K, V>> others = group.reject(entry -> entry._1.equals(key));
    if (others.size() == group.size()) {
      return this;
    }
    return new TrieBucket<>(
        others.isEmpty() ? groups.remove(key) : groups.put(others.head()._1, others), size - 1);
  }

  @Override
  public K onlyKey() {
    return groups.head()._2.head()._1;
  }

  @Override
  public V onlyValue() {
    return groups.head()._2.head()._2;
  }

  @Override
  public int crowd() {
    return size;
  }

  @Override
  public boolean every(BiPredicate<? super K, ? super V> test) {
    for (Tuple2<K, List<Tuple2<K, V>>> group : groups) {
      for (Tuple2<K, V> entry : group._2) {
        if (!test.test(entry._1, entry._2)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  @SuppressWarnings("unchecked") // only asks for keys of the other bucket by equality
  public boolean equals(Object other) {
    return this == other
        || (other instanceof TrieBucket<?, ?> that
            && size == that.size
            && every((key, value) -> value.equals(((TrieBucket<K, V>) that).get(key, 0, 0))));
  }

  @Override
  public int hashCode() {
    return size;
  }
}
