package dev.rejoin.crdt;

import java.util.Iterator;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent hash map that can be merged and compared node by node: versions of one map share
 * most of their nodes, and whatever two maps share is skipped. So a merge or a difference of two
 * forks costs O(changes · log n), not O(n).
 *
 * <p>It is a compressed hash-array mapped prefix tree (CHAMP; Steindorfer, Vinju: Optimizing
 * hash-array mapped tries for fast and lean immutable JVM collections, 2015): each {@link
 * TrieBranch} spends five bits of the hash code and keeps entries and sub-nodes apart, each with a
 * bitmap of its own. The shape is canonical: it depends on the entries alone, not on the order in
 * which they came, for a node below the root always holds at least two entries. Keys whose hash
 * codes are equal altogether share a {@link TrieBucket}.
 *
 * <p>With <i>n</i> entries, {@link #get}, {@link #put} and {@link #remove} take O(log n), and stay
 * there when hash codes collide, if the keys have a {@link NaturalOrder}. Iteration goes by hash
 * code, and by insertion where hash codes collide.
 *
 * @param <K> keys with {@code equals} and {@code hashCode}; of two equal keys, either may be kept
 * @param <V> values with {@code equals}
 */
final class Trie<K, V> {

  private static final Trie<?, ?> EMPTY = new Trie<>(TrieBranch.empty());

  private final TrieNode<K, V> root;

  private Trie(TrieNode<K, V> root) {
    this.root = root;
  }

  @SuppressWarnings("unchecked") // the empty trie holds no key and no value
  static <K, V> Trie<K, V> empty() {
    return (Trie<K, V>) EMPTY;
  }

  private Trie<K, V> with(TrieNode<K, V> newRoot) {
    if (newRoot == root) {
      return this;
    }
    return newRoot.size() == 0 ? empty() : new Trie<>(newRoot);
  }

  TrieNode<K, V> root() {
    return root;
  }

  int size() {
    return root.size();
  }

  @Nullable V get(K key) {
    return root.get(key, TrieNode.hash(key), 0);
  }

  /** Returns this trie with {@code value} under {@code key}; this very trie if it is there. */
  Trie<K, V> put(K key, V value) {
    return with(root.put(key, value, TrieNode.hash(key), 0));
  }

  /** Returns this trie without {@code key}; this very trie if there is none. */
  Trie<K, V> remove(K key) {
    return with(root.remove(key, TrieNode.hash(key), 0));
  }

  /**
   * Returns the entries of both tries, joined. It is this very trie when the result equals it, the
   * other one when the result equals that.
   */
  Trie<K, V> merge(Trie<K, V> other, Join<K, V> join) {
    TrieNode<K, V> merged = new TrieMerge<>(join).merge(root, other.root);
    return merged == other.root && merged != root ? other : with(merged);
  }

  /**
   * Returns whether both hold the same entries as {@link Join#isSameEntry} tells, if all that they
   * do not share lies in their roots; else false.
   */
  boolean isSame(Trie<K, V> other, Join<K, V> join) {
    return root instanceof TrieBranch<K, V> here
        && other.root instanceof TrieBranch<K, V> there
        && here.map() == there.map()
        && (here.sharedNodes(there) | here.sameEntries(there, join)) == here.map();
  }

  /**
   * Tells {@code visitor} every key whose value here differs from that in {@code base}, until it
   * answers false; returns whether it never did.
   */
  boolean diff(Trie<K, V> base, DiffVisitor<K, V> visitor) {
    return TrieDiff.visit(base.root, root, 0, visitor);
  }

  /** Returns how many entries share a hash code, at the most, in O(n) without an allocation. */
  int crowd() {
    return root.crowd();
  }

  void forEach(BiConsumer<? super K, ? super V> action) {
    root.every(
        (key, value) -> {
          action.accept(key, value);
          return true;
        });
  }

  /** Returns the keys one by one, without a copy. */
  Iterator<K> keys() {
    return new TrieKeys<>(root);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Trie<?, ?> that && root.equals(that.root));
  }

  /** Does not depend on the order in which the entries came. */
  @Override
  public int hashCode() {
    int[] sum = {0};
    forEach((key, value) -> sum[0] += key.hashCode() ^ (31 * value.hashCode()));
    return sum[0];
  }

  /**
   * How entries are joined. An answer of null leaves the key out. An answer that equals {@code
   * mine} must be that object, else one that equals {@code theirs} must be that: unchanged parts
   * are told by identity. Two values that are the same object are kept without asking.
   */
  interface Join<K, V> {

    /** Returns the value of a key that both sides hold. */
    @Nullable V both(K key, V mine, V theirs);

    /** Returns the value of a key that only this side holds. */
    @Nullable V onlyMine(K key, V mine);

    /** Returns the value of a key that only the other side holds. */
    @Nullable V onlyTheirs(K key, V theirs);

    /**
     * Returns whether two values are equal and can only be those of equal keys, so that the keys
     * need not be read; false where that takes longer to tell than reading them.
     */
    default boolean isSameEntry(V mine, V theirs) {
      return false;
    }

    /** Returns whether {@link #onlyMine} keeps every value as it is: whole sub-tries are kept. */
    boolean keepsMine();

    /** Returns whether {@link #onlyTheirs} keeps every value as it is. */
    boolean keepsTheirs();
  }

  /** Is told the differences of two tries. */
  @FunctionalInterface
  interface DiffVisitor<K, V> {

    /**
     * Takes one difference; at least one of the values is not null, and they are not equal.
     *
     * @param before the value in the base, or null
     * @param after the value here, or null
     * @return whether to go on
     */
    boolean visit(K key, @Nullable V before, @Nullable V after);
  }

  /** Collects entries and builds their trie in one go; not thread-safe, for one use. */
  static final class Builder<K, V> {

    private final TrieBuild<K, V> entries;

    /** Takes what a key is called in an error, with its article. */
    Builder(String subject) {
      entries = new TrieBuild<>(subject);
    }

    void add(K key, V value) {
      entries.add(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
    }

    /**
     * @throws IllegalArgumentException if a key was added twice
     */
    Trie<K, V> build() {
      return Trie.<K, V>empty().with(entries.build());
    }
  }
}
