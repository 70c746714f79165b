/**
 * Immutable, state-based CRDTs and the causality that they rest on.
 *
 * <pre>{@code
 * Author phone = Author.of(ReplicaId.of("phone"));
 * Author laptop = Author.of(ReplicaId.of("laptop"));
 * ORSet<String> list = ORSet.<String>empty().add(phone, "milk").add(phone, "eggs");
 *
 * ORSet<String> onPhone = list.remove("milk");
 * ORSet<String> onLaptop = list.add(laptop, "milk").add(laptop, "tea");
 *
 * ORSet<String> merged = onPhone.merge(onLaptop);
 * System.out.println(merged.elements()); // LinkedHashSet(eggs, milk, tea)
 * }</pre>
 *
 * <p>What holds for every type here and is not said again:
 *
 * <ul>
 *   <li><b>Immutable.</b> An edit returns a new state and leaves the old one as it was. States
 *       share structure, so keeping old ones is cheap. Only {@link dev.rejoin.crdt.HybridClock}
 *       holds anything that changes, and the {@link dev.rejoin.crdt.Author} that asks it.
 *   <li><b>Threads.</b> All types are safe to use from any thread; states may be published without
 *       synchronization.
 *   <li><b>Nulls.</b> No argument, element, value or result may be null; null arguments are refused
 *       with a {@code NullPointerException}.
 *   <li><b>Identity tells change.</b> {@code merge} returns the very state it is called on when the
 *       other adds nothing, and an edit that changes nothing does so, too. Adding, putting and
 *       assigning always change the state, even when the value shown stays the same, but for {@link
 *       dev.rejoin.crdt.GSet}, in which an element is there or not.
 *   <li><b>Elements and values</b> must be immutable, with {@code equals} and {@code hashCode} by
 *       content, alike on every replica.
 *   <li><b>Deltas</b> are states: {@code now.deltaSince(acknowledged)} is what a peer lacks, to be
 *       merged, sent or stored. Edit whole states only.
 *   <li><b>Queries</b> that hand out a collection hand out a vavr one, which is a copy.
 * </ul>
 *
 * <table>
 * <caption>Costs, with n elements, r replicas and c changes between states that share their past
 * </caption>
 * <tr><th>type<th>edit<th>query<th>merge, deltaSince<th>state per element or replica
 * <tr><td>{@link dev.rejoin.crdt.GCounter}<td>O(n)<td>value O(n)<td>O(n)<td>one count
 * <tr><td>{@link dev.rejoin.crdt.PNCounter}<td>O(n)<td>value O(n)<td>O(n)<td>two counts
 * <tr><td>{@link dev.rejoin.crdt.ResettableCounter}<td>O(n)<td>value O(n)<td>O(n)<td>four counts
 * <tr><td>{@link dev.rejoin.crdt.GSet}<td>O(log n)<td>contains O(log n)<td>O(c log n), at most O(n)
 * <td>the element
 * <tr><td>{@link dev.rejoin.crdt.ORSet}<td>O(log n + r)<td>contains O(log n)<td>O(c log n), at most O(n)
 * <td>its live dots; nothing once removed
 * <tr><td>{@link dev.rejoin.crdt.LWWRegister}<td>O(1)<td>value O(1)<td>O(1)<td>one timestamp
 * <tr><td>{@link dev.rejoin.crdt.LWWMap}<td>O(log n)<td>get O(log n)<td>O(c log n), at most O(n)
 * <td>one timestamp, also once removed
 * <tr><td>{@link dev.rejoin.crdt.MVRegister}, v values<td>O(v log v + r)<td>latest O(v)
 * <td>O(v log v + r)<td>a dot and a timestamp per value
 * <tr><td>{@link dev.rejoin.crdt.EWFlag}<td>O(r)<td>isEnabled O(1)<td>O(r)<td>one dot; nothing once
 * disabled
 * <tr><td>{@link dev.rejoin.crdt.CausalCounter}<td>O(r log r)<td>value O(r log r)<td>O(r log r)
 * <td>a dot and two counts; nothing once reset
 * <tr><td>{@link dev.rejoin.crdt.ORMap}<td>O(log n + r), and the edit of the value
 * <td>get, contains O(log n)<td>O(c log n + r), at most O(n)<td>what its value holds; nothing once
 * removed
 * <tr><td>{@link dev.rejoin.crdt.CrdtRecord}, {@link dev.rejoin.crdt.CausalRecord}<td>that of the
 * component<td>that of the component<td>the sum over the components<td>the sum over the components
 * <tr><td>{@link dev.rejoin.crdt.VersionVector}<td>O(n)<td>count O(log n)<td>O(n)<td>one count
 * <tr><td>{@link dev.rejoin.crdt.CausalContext}<td>O(n)<td>includes O(log n)<td>O(n)<td>two numbers
 * a range
 * </table>
 */
@NullMarked
package dev.rejoin.crdt;

import org.jspecify.annotations.NullMarked;
