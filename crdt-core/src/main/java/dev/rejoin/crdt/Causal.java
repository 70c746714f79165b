package dev.rejoin.crdt;

/**
 * A CRDT that knows by {@link Dot}s which of its edits are in force: what an edit of any of these
 * types did, a concurrent remove or reset does not take away, and one that has seen it does.
 *
 * <p>All causal types rest on one idea. Each edit that puts something there mints a dot; what it
 * put there is in force, or <i>live</i>, until an edit that has seen the dot removes it. A state is
 * its live dots, arranged in the type's own way, and the {@link CausalContext} of all dots ever
 * seen: a dot that was seen and is not live was removed, so nothing is kept of what is gone.
 *
 * <p>States are written and read back in one way: {@code context()} and {@code forEachLive} take a
 * state apart, and a {@link RecordShape} a record; a builder, under {@link LiveDots}, puts it
 * together again and refuses what no history can reach.
 *
 * @param <S> the type itself
 * @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero: Delta state replicated
 *     data types (2018), section 7</a>
 */
public sealed interface Causal<S extends Causal<S>> extends Crdt<S>
    permits ORSet, MVRegister, EWFlag, CausalCounter, ORMap, CausalRecord {}
