package dev.rejoin.crdt.testkit;

/**
 * One thing that happens on a {@link Timeline}.
 *
 * <p>Replicas are numbered from 0 and shown as A, B, C. Steps are total: any numbers make a step
 * that can be played anywhere. A step that is not possible there, as a message to oneself, changes
 * nothing, so a timeline stays one when steps are taken out of it.
 *
 * <p>As text each step is the Java code that makes it.
 *
 * <pre>{@code
 * Timeline apart =
 *     Timeline.of(
 *         Step.edit(0, 0), // A makes the first edit of the subject,
 *         Step.cut(1), // B is cut off,
 *         Step.merge(0, 1), // so what A sends to B is lost,
 *         Step.edit(1, 0), // and B makes the same edit unseen,
 *         Step.heal(), // until B is back
 *         Step.merge(1, 0)); // and A merges B's state
 * }</pre>
 */
public sealed interface Step {

  /** The greatest number of a replica, that of Z. */
  int MAX_REPLICA = 'Z' - 'A';

  /**
   * A replica edits its state.
   *
   * @param replica who edits
   * @param edit the number of the edit in the order in which the {@link Subject} was given them,
   *     those with rare arguments last, modulo their count
   */
  record Edit(int replica, int edit) implements Step {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative or the replica is beyond {@link
     *     #MAX_REPLICA}
     */
    public Edit {
      checkReplica(replica);
      checkNumber("edit", edit);
    }

    @Override
    public String toString() {
      return "edit(" + replica + ", " + edit + ")";
    }
  }

  /**
   * A replica merges the state that another one has now.
   *
   * @param from whose state is sent
   * @param to who merges it
   */
  record Merge(int from, int to) implements Step {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a replica is negative or beyond {@link #MAX_REPLICA}
     */
    public Merge {
      checkReplica(from);
      checkReplica(to);
    }

    @Override
    public String toString() {
      return "merge(" + from + ", " + to + ")";
    }
  }

  /**
   * A replica merges a state that another one had earlier: a message that arrives late, or again.
   *
   * @param from whose state was sent
   * @param to who merges it
   * @param howFarBack how many states of the sender it is old, modulo their count
   */
  record StaleMerge(int from, int to, int howFarBack) implements Step {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative or a replica is beyond {@link
     *     #MAX_REPLICA}
     */
    public StaleMerge {
      checkReplica(from);
      checkReplica(to);
      checkNumber("howFarBack", howFarBack);
    }

    @Override
    public String toString() {
      return "staleMerge(" + from + ", " + to + ", " + howFarBack + ")";
    }
  }

  /**
   * A replica merges what another one has and an earlier state of its own lacked, as two replicas
   * do that send only what is new since the last acknowledgement. A type without deltas sends the
   * whole state.
   *
   * @param from whose state the delta is taken from
   * @param to who merges it
   * @param howFarBack how many states of the receiver the acknowledged one is old, modulo their
   *     count
   */
  record Delta(int from, int to, int howFarBack) implements Step {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative or a replica is beyond {@link
     *     #MAX_REPLICA}
     */
    public Delta {
      checkReplica(from);
      checkReplica(to);
      checkNumber("howFarBack", howFarBack);
    }

    @Override
    public String toString() {
      return "delta(" + from + ", " + to + ", " + howFarBack + ")";
    }
  }

  /**
   * A replica goes on with its state written and read again; nothing happens if the {@link Subject}
   * has no codec.
   *
   * @param replica whose state it is
   */
  record Recode(int replica) implements Step {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the replica is negative or beyond {@link #MAX_REPLICA}
     */
    public Recode {
      checkReplica(replica);
    }

    @Override
    public String toString() {
      return "recode(" + replica + ")";
    }
  }

  /**
   * A replica is started again with the state that it had, and an author who remembers nothing;
   * nothing happens unless {@link Subject#restarting} was asked for.
   *
   * @param replica which one
   */
  record Restart(int replica) implements Step {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the replica is negative or beyond {@link #MAX_REPLICA}
     */
    public Restart {
      checkReplica(replica);
    }

    @Override
    public String toString() {
      return "restart(" + replica + ")";
    }
  }

  /**
   * A replica is restored from an earlier state of its own and goes on under the same id; nothing
   * happens unless {@link Subject#restoring} was asked for.
   *
   * @param replica which one
   * @param howFarBack how many states of the replica it goes back, modulo their count
   */
  record Restore(int replica, int howFarBack) implements Step {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative or the replica is beyond {@link
     *     #MAX_REPLICA}
     */
    public Restore {
      checkReplica(replica);
      checkNumber("howFarBack", howFarBack);
    }

    @Override
    public String toString() {
      return "restore(" + replica + ", " + howFarBack + ")";
    }
  }

  /**
   * A replica is cut off: until the next {@link Heal} whatever is sent to it or by it is lost.
   *
   * @param replica which one
   */
  record Cut(int replica) implements Step {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the replica is negative or beyond {@link #MAX_REPLICA}
     */
    public Cut {
      checkReplica(replica);
    }

    @Override
    public String toString() {
      return "cut(" + replica + ")";
    }
  }

  /** All replicas that were cut off can send and receive again. */
  record Heal() implements Step {
    @Override
    public String toString() {
      return "heal()";
    }
  }

  /**
   * Returns the step in which {@code replica} makes that edit.
   *
   * @throws IllegalArgumentException as {@link Edit} does
   */
  static Step edit(int replica, int edit) {
    return new Edit(replica, edit);
  }

  /**
   * Returns the step in which {@code to} merges the state of {@code from}.
   *
   * @throws IllegalArgumentException as {@link Merge} does
   */
  static Step merge(int from, int to) {
    return new Merge(from, to);
  }

  /**
   * Returns the step in which {@code to} merges an earlier state of {@code from}.
   *
   * @throws IllegalArgumentException as {@link StaleMerge} does
   */
  static Step staleMerge(int from, int to, int howFarBack) {
    return new StaleMerge(from, to, howFarBack);
  }

  /**
   * Returns the step in which {@code to} merges what {@code from} has since an earlier state of
   * {@code to}.
   *
   * @throws IllegalArgumentException as {@link Delta} does
   */
  static Step delta(int from, int to, int howFarBack) {
    return new Delta(from, to, howFarBack);
  }

  /**
   * Returns the step in which {@code replica} writes its state and reads it again.
   *
   * @throws IllegalArgumentException as {@link Recode} does
   */
  static Step recode(int replica) {
    return new Recode(replica);
  }

  /**
   * Returns the step in which {@code replica} is started again.
   *
   * @throws IllegalArgumentException as {@link Restart} does
   */
  static Step restart(int replica) {
    return new Restart(replica);
  }

  /**
   * Returns the step in which {@code replica} is restored from an earlier state.
   *
   * @throws IllegalArgumentException as {@link Restore} does
   */
  static Step restore(int replica, int howFarBack) {
    return new Restore(replica, howFarBack);
  }

  /**
   * Returns the step from which on {@code replica} neither sends nor receives.
   *
   * @throws IllegalArgumentException as {@link Cut} does
   */
  static Step cut(int replica) {
    return new Cut(replica);
  }

  /** Returns the step from which on all replicas send and receive again. */
  static Step heal() {
    return new Heal();
  }

  private static void checkReplica(int replica) {
    if (replica < 0 || replica > MAX_REPLICA) {
      throw new IllegalArgumentException(
          "replica must lie in 0 to " + MAX_REPLICA + ", was " + replica);
    }
  }

  private static void checkNumber(String name, int number) {
    if (number < 0) {
      throw new IllegalArgumentException(name + " must not be negative, was " + number);
    }
  }
}
