/**
 * The laws of state-based CRDTs as tests.
 *
 * <p>Say where the type starts, how it is edited, what is seen of it and what that ought to be;
 * every law is then a named test, run by jqwik over random timelines on which replicas edit, merge,
 * and receive messages late or twice:
 *
 * <pre>{@code
 * class ShoppingListLawsTest implements CrdtLaws<ORSet<String>> {
 *
 *   @Override
 *   public Subject<ORSet<String>> subject() {
 *     return Subject.startingAt(ORSet.<String>empty())
 *         .edit("add", List.of("milk", "tea"), (list, me, item) -> list.add(me, item))
 *         .edit("remove", List.of("milk"), (list, me, item) -> list.remove(item))
 *         .observing(ORSet::elements)
 *         .meaning(Meanings.addWinsSet("add", "remove"));
 *   }
 * }
 * }</pre>
 *
 * <p>A type need not implement {@link dev.rejoin.crdt.Crdt}, and a law can be checked on a given
 * timeline without jqwik, under any test framework:
 *
 * <pre>{@code
 * Subject<Integer> highest =
 *     Subject.of(0).merging(Math::max).edit("raise", (score, me) -> score + 1);
 *
 * Law.COMMUTATIVE.check(highest, Timeline.of(edit(0, 0), edit(1, 0), merge(0, 1)));
 * }</pre>
 *
 * <p>Why timelines: most mistakes show only between states of which one descends from the other. So
 * every state that ever existed on a timeline takes part in the laws, the past ones included, and
 * beside each stands the true set of edits that had reached it. The laws judge by that, not by what
 * the type keeps about itself; only {@code equals} is taken at its word, and {@link
 * dev.rejoin.crdt.testkit.Law#CONGRUENT} checks it.
 *
 * <p>Everything here is immutable, and safe to use from any thread as far as the subject's
 * functions are.
 */
@NullMarked
package dev.rejoin.crdt.testkit;

import org.jspecify.annotations.NullMarked;
