package dev.rejoin.crdt;

import io.vavr.collection.Set;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A set that only grows: what was added anywhere stays for ever.
 *
 * <p><b>State.</b> The elements.
 *
 * <p><b>Order.</b> A set is at most another when the other has all its elements.
 *
 * <p><b>Merge.</b> The union.
 *
 * <p><b>Concurrency.</b> There is no conflict: all adds count, and adding an element twice is
 * adding it once. Nothing can be taken back; for that there is {@link ORSet}.
 *
 * <p><b>Cost.</b> With <i>n</i> elements, {@link #contains} and {@link #add} take O(log n), {@link
 * #size} O(1). {@link #merge}, {@link #deltaSince}, {@link #isAtMost}, {@link #changesFrom} and
 * {@code equals} skip whatever both states share, so for forks of one state they cost O(changes ·
 * log n), else O(n). {@link #merge} returns one of its operands where that is the result. Elements
 * whose hash codes collide stay within these bounds if they are enums or have a natural order by
 * the JDK, like strings and numbers; others cost O(n) each.
 *
 * <p><b>Source.</b> Shapiro, Preguiça, Baquero, Zawirski: A comprehensive study of convergent and
 * commutative replicated data types (2011), specification 11.
 *
 * @param <E> immutable elements with {@code equals} and {@code hashCode} by content
 */
public final class GSet<E> implements Crdt<GSet<E>>, Iterable<E> {

  private static final GSet<?> EMPTY = new GSet<>(Trie.empty());
  private static final Union<?> UNION = new Union<>();

  private final Trie<E, Boolean> entries; // no value but TRUE

  private GSet(Trie<E, Boolean> entries) {
    this.entries = entries;
  }

  /** Returns the set without elements. */
  @SuppressWarnings("unchecked") // the empty set holds no element
  public static <E> GSet<E> empty() {
    return (GSet<E>) EMPTY;
  }

  private GSet<E> with(Trie<E, Boolean> changed) {
    if (changed == entries) {
      return this;
    }
    return changed.size() == 0 ? empty() : new GSet<>(changed);
  }

  /**
   * Returns this set with {@code element}; this very set if it is there.
   *
   * @throws NullPointerException if {@code element} is null
   */
  public GSet<E> add(E element) {
    return with(entries.put(Objects.requireNonNull(element, "element"), Boolean.TRUE));
  }

  /**
   * Returns this set with all of {@code elements}; this very set if they are there.
   *
   * @throws NullPointerException if {@code elements} or one of them is null
   */
  public GSet<E> addAll(Iterable<? extends E> elements) {
    GSet<E> result = this;
    for (E element : elements) {
      result = result.add(element);
    }
    return result;
  }

  /**
   * Returns whether {@code element} is there.
   *
   * @throws NullPointerException if {@code element} is null
   */
  public boolean contains(E element) {
    return entries.get(Objects.requireNonNull(element, "element")) != null;
  }

  /** Returns how many elements there are. */
  public int size() {
    return entries.size();
  }

  /** Returns whether there are no elements. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /**
   * Returns the elements as a set of their own, in order: by class name, natural order and text. It
   * is a copy, in O(n log n). Elements that were crafted to share a hash code, which no hash set
   * can take, come in a {@code TreeSet} if they have a natural order.
   */
  public Set<E> elements() {
    return ValueOrder.set(stream().toList(), entries.crowd());
  }

  /** Returns the elements one by one, without a copy, in no order to rely on. */
  @Override
  public Iterator<E> iterator() {
    return entries.keys();
  }

  @Override
  public Spliterator<E> spliterator() {
    return Spliterators.spliterator(
        iterator(), size(), Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE);
  }

  /** Returns the elements as a sequential stream, without a copy. */
  public Stream<E> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /**
   * Tells {@code added} every element that is here and not in {@code before}, and {@code removed}
   * every one that was there and is not here, each once, in no order to rely on, on the caller's
   * thread and while the sets are walked. Between a state and a later one nothing is removed.
   *
   * @throws NullPointerException if an argument is null
   */
  public void changesFrom(GSet<E> before, Consumer<? super E> added, Consumer<? super E> removed) {
    Objects.requireNonNull(added, "added");
    Objects.requireNonNull(removed, "removed");
    entries.diff(
        before.entries,
        (element, then, now) -> {
          if (now == null) {
            removed.accept(element);
          } else {
            added.accept(element);
          }
          return true;
        });
  }

  @Override
  @SuppressWarnings("unchecked") // a union takes any elements
  public GSet<E> merge(GSet<E> other) {
    Trie<E, Boolean> merged = entries.merge(other.entries, (Union<E>) UNION);
    return merged == other.entries && merged != entries ? other : with(merged);
  }

  @Override
  public GSet<E> deltaSince(GSet<E> base) {
    if (base.isEmpty()) {
      return this;
    }
    Trie.Builder<E, Boolean> unknown = new Trie.Builder<>("an element");
    changesFrom(base, element -> unknown.add(element, Boolean.TRUE), element -> {});
    Trie<E, Boolean> delta = unknown.build();
    return delta.size() == size() ? this : with(delta);
  }

  @Override
  public boolean isAtMost(GSet<E> other) {
    return size() <= other.size()
        && entries.diff(other.entries, (element, there, here) -> here == null);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof GSet<?> that && entries.equals(that.entries));
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /** Returns the elements in order, as in {@code GSet[eggs, milk]}. */
  @Override
  public String toString() {
    return "GSet" + ValueOrder.sorted(this);
  }

  /** Keeps whatever either side has. */
  private static final class Union<E> implements Trie.Join<E, Boolean> {

    @Override
    public Boolean both(E element, Boolean mine, Boolean theirs) {
      return mine;
    }

    @Override
    public Boolean onlyMine(E element, Boolean mine) {
      return mine;
    }

    @Override
    public Boolean onlyTheirs(E element, Boolean theirs) {
      return theirs;
    }

    @Override
    public boolean keepsMine() {
      return true;
    }

    @Override
    public boolean keepsTheirs() {
      return true;
    }
  }
}
