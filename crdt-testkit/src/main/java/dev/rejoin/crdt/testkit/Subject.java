package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.CheckedFunction1;
import io.vavr.Function3;
import java.util.List;
import java.util.Map;
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
 * <p>The replicas of a timeline are A, B, C and so on. Each edits as an {@link Author} who is made
 * anew for every timeline, and again at a {@link Step.Restart}, and whose clock is simulated, as a
 * {@link WallClock} says. A type with a clock of its own can take the simulated time from {@code
 * me.stamp().millis()}; as all stamps it does not go back before the next restart.
 *
 * @param <S> the type of the states
 */
public final class Subject<S> {

  private static final ReplicaId SAMPLE = ReplicaId.of("A");

  private final S initial;
  private final Functions<S> functions;
  private final Edits<S> edits;
  private final Options<S> options;

  private Subject(S initial, Functions<S> functions, Edits<S> edits, Options<S> options) {
    this.initial = initial;
    this.functions = functions;
    this.edits = edits;
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
    return new Subject<>(checked(initial), Functions.ofCrdt(), Edits.none(), Options.none());
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
    if (!OwnEquals.isIn(type)) {
      throw new IllegalArgumentException(
          "states must have an equals of their own, but " + type.getTypeName() + " has none");
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
      return new Subject<>(initial, Functions.merging(merge), Edits.none(), options);
    }
  }

  /**
   * Returns this subject with one more edit, without an argument.
   *
   * @param edit gives the new state for a state and the author of the replica that edits; returns
   *     the very state where the edit is not possible, or throws, see {@link #refusing}
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if there is an edit of that name already
   */
  public Subject<S> edit(String name, BiFunction<S, Author, S> edit) {
    return with(edits.and(name, edit));
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
    return edit(name, alphabet, List.of(), edit);
  }

  /**
   * Returns this subject with one more edit, which is tried with every argument of {@code alphabet}
   * and, on random timelines only, with those of {@code rare}: a quarter of the edits there. So the
   * short timelines, of which all are gone through, stay few.
   *
   * <p>A {@link Step.Edit} numbers the rare ones after the plain ones of all edits.
   *
   * @param rare further arguments, as {@link EdgeValues} has them; those that are in {@code
   *     alphabet} as well are passed over
   * @param edit gives the new state for a state, the author of the replica that edits and the
   *     argument; returns the very state where the edit is not possible
   * @throws NullPointerException if an argument or an element of a list is null
   * @throws IllegalArgumentException if {@code alphabet} is empty, or there is an edit of that name
   *     already
   */
  public <A> Subject<S> edit(
      String name, List<A> alphabet, List<? extends A> rare, Function3<S, Author, A, S> edit) {
    return with(edits.and(name, alphabet, rare, edit));
  }

  /**
   * Returns this subject with that view of a state: what a user of the type gets to see. Without
   * one the state itself is what is seen; then it cannot be noticed that {@code equals} overlooks
   * part of a state, unless merging tells.
   *
   * @param observer gives a value with an {@code equals} of its own, not an array; to throw is to
   *     say that a state must never be: an invariant, which breaks {@link Law#TOTAL}
   * @throws NullPointerException if {@code observer} is null
   */
  public Subject<S> observing(Function<? super S, ?> observer) {
    return with(functions.withObserver(Objects.requireNonNull(observer, "observer")));
  }

  /**
   * Returns this subject with deltas.
   *
   * @param delta gives, for a state and an older or other one as base, what the base lacks
   * @throws NullPointerException if {@code delta} is null
   * @see Crdt#deltaSince
   */
  public Subject<S> deltaSince(BinaryOperator<S> delta) {
    return with(functions.withDelta(Objects.requireNonNull(delta, "delta")));
  }

  /**
   * Returns this subject with an order.
   *
   * @param atMost tells whether the second state includes everything that the first includes
   * @throws NullPointerException if {@code atMost} is null
   * @see Crdt#isAtMost
   */
  public Subject<S> isAtMost(BiPredicate<S, S> atMost) {
    return with(functions.withAtMost(Objects.requireNonNull(atMost, "atMost")));
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
   * @param decode reads what was written; what is damaged, by an exception or as a valid state
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

  /**
   * Returns this subject with edits that may refuse: one that throws such an exception has not
   * happened. Its replica stays as it is, and a {@link Meaning} does not see the edit. Any other
   * exception breaks {@link Law#TOTAL}, and so does this one when it is thrown by anything but an
   * edit.
   *
   * <pre>{@code
   * Subject<GCounter> counter =
   *     Subject.startingAt(GCounter.empty())
   *         .edit("increment", List.of(1L, -1L), GCounter::increment)
   *         .refusing(IllegalArgumentException.class) // as for a negative amount
   *         .observing(GCounter::value)
   *         .meaning(visible -> visible.edits().size());
   * }</pre>
   *
   * @param refusal what is thrown; may be called for several
   * @throws NullPointerException if {@code refusal} is null
   */
  public Subject<S> refusing(Class<? extends RuntimeException> refusal) {
    return with(options.withRefusals(Objects.requireNonNull(refusal, "refusal")));
  }

  /**
   * Returns this subject without that law: it is not checked, and reported as aborted with the
   * reason wherever each law has a test.
   *
   * <p>A function that throws or returns null breaks {@link Law#TOTAL} also where that law is left
   * out, since no other law can be judged then.
   *
   * <pre>{@code
   * CrdtVerifier.of(subject.without(Law.BOUNDED, "keeps a log until midnight"))
   * }</pre>
   *
   * @param reason why the law need not hold, as "a log may grow": for whoever reads the test report
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if {@code reason} is blank, or the law was left out already
   */
  public Subject<S> without(Law law, String reason) {
    return with(options.without(law, reason));
  }

  private Subject<S> with(Functions<S> changed) {
    return new Subject<>(initial, changed, edits, options);
  }

  private Subject<S> with(Edits<S> changed) {
    return new Subject<>(initial, functions, changed, options);
  }

  private Subject<S> with(Options<S> changed) {
    return new Subject<>(initial, functions, edits, changed);
  }

  S initial(ReplicaId replica) {
    Function<ReplicaId, S> starts = options.starts();
    return starts == null
        ? initial
        : Objects.requireNonNull(starts.apply(replica), () -> "initial state of " + replica);
  }

  Functions<S> functions() {
    return functions;
  }

  Options<S> options() {
    return options;
  }

  /** Returns all edits, at least one, each with its argument bound. */
  List<NamedEdit<S>> edits() {
    return edits.required();
  }

  /** Returns how many edits there are but for the rare ones, which come after them. */
  int plainEdits() {
    return edits.plain();
  }

  /** Returns whether each replica starts in a state of its own. */
  boolean startsDiffer() {
    return options.starts() != null;
  }

  /** Returns the laws that are not to be checked, in order, each with the reason. */
  Map<Law, String> silenced() {
    return options.silenced();
  }

  @Nullable BinaryOperator<S> delta() {
    return functions.delta();
  }

  @Nullable BiPredicate<S, S> atMost() {
    return functions.atMost();
  }
}
