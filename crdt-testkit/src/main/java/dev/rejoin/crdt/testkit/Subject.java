package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalOrder;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.CheckedFunction1;
import io.vavr.Function3;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the laws are to be checked on: where a type starts, how two of its states are merged, how it
 * is edited, and what an observer sees of it.
 *
 * <p>Immutable; each method that adds something returns a new subject. States are compared by
 * {@code equals}, so the type needs one of its own.
 *
 * @param <S> the type of the states
 */
public final class Subject<S> {

  private static final ReplicaId SAMPLE = ReplicaId.of("A");

  private final S initial;
  private final BinaryOperator<S> merge;
  private final List<NamedEdit<S>> edits;
  private final @Nullable Function<? super S, ?> observer;
  private final @Nullable BinaryOperator<S> delta;
  private final @Nullable BiPredicate<S, S> atMost;
  private final @Nullable BiFunction<S, S, CausalOrder> compare;
  private final Options<S> options;

  private Subject(
      S initial,
      BinaryOperator<S> merge,
      List<NamedEdit<S>> edits,
      @Nullable Function<? super S, ?> observer,
      @Nullable BinaryOperator<S> delta,
      @Nullable BiPredicate<S, S> atMost,
      @Nullable BiFunction<S, S, CausalOrder> compare,
      Options<S> options) {
    this.initial = initial;
    this.merge = merge;
    this.edits = edits;
    this.observer = observer;
    this.delta = delta;
    this.atMost = atMost;
    this.compare = compare;
    this.options = options;
  }

  /**
   * Returns the subject of a {@link Crdt}, which brings its merge, its deltas and its order along.
   *
   * @param initial the state in which every replica starts
   * @throws NullPointerException if {@code initial} is null
   * @throws IllegalArgumentException if its class has no {@code equals} of its own
   */
  public static <S extends Crdt<S>> Subject<S> startingAt(S initial) {
    return new Subject<>(
        checked(initial),
        Crdt::merge,
        List.of(),
        null,
        Crdt::deltaSince,
        Crdt::isAtMost,
        Crdt::compare,
        Options.none());
  }

  /**
   * Returns the beginning of a subject of any other type.
   *
   * @param initial the state in which every replica starts
   * @throws NullPointerException if {@code initial} is null
   * @throws IllegalArgumentException if its class has no {@code equals} of its own
   */
  public static <S> Start<S> of(S initial) {
    return new Start<>(checked(initial), Options.none());
  }

  /**
   * Returns the subject of a {@link Crdt} whose replicas start in different states.
   *
   * @param initial gives the state in which a replica starts, always the same for the same one
   * @throws NullPointerException if {@code initial} is null, or gives null
   * @throws IllegalArgumentException if the class of the states has no {@code equals} of its own
   */
  public static <S extends Crdt<S>> Subject<S> startingAtEach(Function<ReplicaId, S> initial) {
    Objects.requireNonNull(initial, "initial");
    Subject<S> subject = startingAt(initial.apply(SAMPLE));
    return subject.with(subject.options.withStarts(initial));
  }

  /**
   * Returns the beginning of a subject of any other type whose replicas start in different states.
   *
   * @param initial gives the state in which a replica starts, always the same for the same one
   * @throws NullPointerException if {@code initial} is null, or gives null
   * @throws IllegalArgumentException if the class of the states has no {@code equals} of its own
   */
  public static <S> Start<S> ofEach(Function<ReplicaId, S> initial) {
    Objects.requireNonNull(initial, "initial");
    return new Start<>(checked(initial.apply(SAMPLE)), Options.<S>none().withStarts(initial));
  }

  private static <S> S checked(S initial) {
    Class<?> type = Objects.requireNonNull(initial, "initial state").getClass();
    try {
      if (type.getMethod("equals", Object.class).getDeclaringClass() == Object.class) {
        throw new IllegalArgumentException(
            "states must have an equals of their own, but " + type.getName() + " has none");
      }
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every class has a method equals, but not " + type, e);
    }
    return initial;
  }

  /**
   * A subject whose merge is still missing.
   *
   * @param <S> the type of the states
   */
  public static final class Start<S> {

    private final S initial;
    private final Options<S> options;

    private Start(S initial, Options<S> options) {
      this.initial = initial;
      this.options = options;
    }

    /**
     * Returns the subject whose states are merged by that function: the receiver's state first,
     * then the one that arrived.
     *
     * @throws NullPointerException if {@code merge} is null
     */
    public Subject<S> merging(BinaryOperator<S> merge) {
      Objects.requireNonNull(merge, "merge");
      return new Subject<>(initial, merge, List.of(), null, null, null, null, options);
    }
  }

  /**
   * Returns this subject with one more edit, without an argument.
   *
   * @param edit gives the new state for a state and the author of the replica that edits; returns
   *     the very state where the edit is not possible
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if there is an edit of that name already
   */
  public Subject<S> edit(String name, BiFunction<S, Author, S> edit) {
    Objects.requireNonNull(edit, "edit");
    return with(List.of(NamedEdit.of(name, edit)));
  }

  /**
   * Returns this subject with one more edit, which is tried with every argument of {@code
   * alphabet}. Few arguments, which collide, find more than many.
   *
   * @param edit gives the new state for a state, the author of the replica that edits and the
   *     argument; returns the very state where the edit is not possible
   * @throws NullPointerException if an argument or an element of {@code alphabet} is null
   * @throws IllegalArgumentException if {@code alphabet} is empty, or there is an edit of that name
   *     already
   */
  public <A> Subject<S> edit(String name, List<A> alphabet, Function3<S, Author, A, S> edit) {
    Objects.requireNonNull(edit, "edit");
    if (alphabet.isEmpty()) {
      throw new IllegalArgumentException("alphabet of edit " + name + " must not be empty");
    }
    List<NamedEdit<S>> bound = new ArrayList<>();
    for (A argument : List.copyOf(alphabet)) {
      bound.add(NamedEdit.of(name, argument, (state, me) -> edit.apply(state, me, argument)));
    }
    return with(bound);
  }

  private Subject<S> with(List<NamedEdit<S>> added) {
    String name = Objects.requireNonNull(added.get(0).name(), "name");
    if (edits.stream().anyMatch(edit -> edit.name().equals(name))) {
      throw new IllegalArgumentException(
          "each edit must have a name of its own, but " + name + " was given twice");
    }
    List<NamedEdit<S>> more = new ArrayList<>(edits);
    more.addAll(added);
    return new Subject<>(
        initial, merge, List.copyOf(more), observer, delta, atMost, compare, options);
  }

  /**
   * Returns this subject with that view of a state: what a user of the type gets to see. Without
   * one the state itself is what is seen.
   *
   * @param observer gives a value with an {@code equals} of its own
   * @throws NullPointerException if {@code observer} is null
   */
  public Subject<S> observing(Function<? super S, ?> observer) {
    Objects.requireNonNull(observer, "observer");
    return new Subject<>(initial, merge, edits, observer, delta, atMost, compare, options);
  }

  /**
   * Returns this subject with deltas.
   *
   * @param delta gives, for a state and an older or other one as base, what the base lacks
   * @throws NullPointerException if {@code delta} is null
   * @see Crdt#deltaSince
   */
  public Subject<S> deltaSince(BinaryOperator<S> delta) {
    Objects.requireNonNull(delta, "delta");
    return new Subject<>(initial, merge, edits, observer, delta, atMost, compare, options);
  }

  /**
   * Returns this subject with an order.
   *
   * @param atMost tells whether the second state includes everything that the first includes
   * @throws NullPointerException if {@code atMost} is null
   * @see Crdt#isAtMost
   */
  public Subject<S> isAtMost(BiPredicate<S, S> atMost) {
    Objects.requireNonNull(atMost, "atMost");
    return new Subject<>(initial, merge, edits, observer, delta, atMost, compare, options);
  }

  /**
   * Returns this subject with that meaning: what its value must be, given the edits that had
   * reached it.
   *
   * @throws NullPointerException if {@code meaning} is null
   * @see Meanings
   */
  public Subject<S> meaning(Meaning meaning) {
    Objects.requireNonNull(meaning, "meaning");
    return with(options.withMeaning(meaning));
  }

  /**
   * Returns this subject with the meaning by which there is one value for each set of edits that
   * had reached a state.
   *
   * @param value gives the value that must be observed
   * @throws NullPointerException if {@code value} is null
   * @see Meaning#of
   */
  public Subject<S> meaning(Function<Visible, ?> value) {
    return meaning(Meaning.of(value));
  }

  /**
   * Returns this subject with a codec. Timelines then have steps in which a replica goes on with
   * its state written and read again.
   *
   * @param encode writes a state, as bytes, text or anything that has an {@code equals} of its own
   * @param decode reads what was written
   * @throws NullPointerException if an argument is null
   */
  public <T> Subject<S> codec(
      CheckedFunction1<? super S, ? extends T> encode,
      CheckedFunction1<? super T, ? extends S> decode) {
    Objects.requireNonNull(encode, "encode");
    Objects.requireNonNull(decode, "decode");
    return with(options.withCodec(Codec.of(encode, decode)));
  }

  /**
   * Returns this subject with restarts: timelines have steps in which a replica goes on with the
   * state that it had, written and read again if there is a codec, and with an author who remembers
   * nothing.
   */
  public Subject<S> restarting() {
    return with(options.withRestarts());
  }

  /**
   * Returns this subject with restores: timelines have steps in which a replica goes back to an
   * earlier state of its own and makes its next edits under the same id. Types that count or number
   * their edits do not survive that, so ask for it only where it is claimed.
   */
  public Subject<S> restoring() {
    return with(options.withRestores());
  }

  private Subject<S> with(Options<S> changed) {
    return new Subject<>(initial, merge, edits, observer, delta, atMost, compare, changed);
  }

  Options<S> options() {
    return options;
  }

  /** Returns whether each replica starts in a state of its own. */
  boolean startsDiffer() {
    return options.starts() != null;
  }

  S initial(ReplicaId replica) {
    Function<ReplicaId, S> starts = options.starts();
    return starts == null
        ? initial
        : Objects.requireNonNull(starts.apply(replica), () -> "initial state of " + replica);
  }

  BinaryOperator<S> merge() {
    return merge;
  }

  @Nullable Function<? super S, ?> observer() {
    return observer;
  }

  /** Returns all edits, at least one, each with its argument bound. */
  List<NamedEdit<S>> edits() {
    if (edits.isEmpty()) {
      throw new IllegalStateException(
          "subject must have an edit: without one its initial state is its only state");
    }
    return edits;
  }

  @Nullable BinaryOperator<S> delta() {
    return delta;
  }

  @Nullable BiPredicate<S, S> atMost() {
    return atMost;
  }

  @Nullable BiFunction<S, S, CausalOrder> compare() {
    return compare;
  }
}
