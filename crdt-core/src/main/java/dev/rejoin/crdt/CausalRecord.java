package dev.rejoin.crdt;

/**
 * A record whose components are all causal, so that it can be a value of an {@link ORMap}: a row
 * with typed columns.
 *
 * <pre>{@code
 * record Item(MVRegister<String> note, CausalCounter amount, EWFlag bought, ORSet<String> tags)
 *     implements CausalRecord<Item> {
 *
 *   static final Item EMPTY = CrdtRecord.empty(Item.class);
 *
 *   Item noted(Author me, String text) {
 *     return new Item(note.assign(me, text), amount, bought, tags);
 *   }
 *
 *   Item more(Author me, long by) {
 *     return new Item(note, amount.increment(me, by), bought, tags);
 *   }
 *
 *   Item ticked(Author me) {
 *     return new Item(note, amount, bought.enable(me), tags);
 *   }
 * }
 * }</pre>
 *
 * <p><b>State.</b> The components, each an {@link ORSet}, {@link MVRegister}, {@link EWFlag},
 * {@link CausalCounter}, {@link ORMap} or another such record, declared as just that. Under a key
 * of a map they share the map's one context; a record outside of any map has one in each component.
 *
 * <p><b>Order.</b> A record is at most another when each component is at most that of the other.
 *
 * <p><b>Merge.</b> Component by component.
 *
 * <p><b>Concurrency.</b> That of each component; no edit of one concerns another. A key of a map
 * whose value is a record is there as long as some dot of some component lives.
 *
 * <p><b>Cost.</b> That of {@link CrdtRecord}.
 *
 * <p><b>Source.</b> Almeida, Shoker, Baquero: Delta state replicated data types (2018), section 7;
 * Brown, Cribbs, Meiklejohn, Elliott: Riak DT map (2014).
 *
 * @param <R> the record itself
 */
public non-sealed interface CausalRecord<R extends Record & CausalRecord<R>>
    extends Causal<R>, CrdtRecord<R> {}
