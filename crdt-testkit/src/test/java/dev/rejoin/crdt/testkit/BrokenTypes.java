package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.BrokenType.How.EXHAUSTIVELY_AND_ALONE;
import static dev.rejoin.crdt.testkit.BrokenType.How.WITH_RESTORES;
import static dev.rejoin.crdt.testkit.BrokenType.broken;
import static dev.rejoin.crdt.testkit.Law.ASSOCIATIVE;
import static dev.rejoin.crdt.testkit.Law.CODEC;
import static dev.rejoin.crdt.testkit.Law.COMMUTATIVE;
import static dev.rejoin.crdt.testkit.Law.CONGRUENT;
import static dev.rejoin.crdt.testkit.Law.DELTA;
import static dev.rejoin.crdt.testkit.Law.IDEMPOTENT;
import static dev.rejoin.crdt.testkit.Law.IMMUTABLE;
import static dev.rejoin.crdt.testkit.Law.INFLATING;
import static dev.rejoin.crdt.testkit.Law.MEANING;
import static dev.rejoin.crdt.testkit.Law.NEUTRAL;
import static dev.rejoin.crdt.testkit.Law.STALE_MERGE;

import java.util.List;
import java.util.stream.Stream;

/**
 * The broken types that have been met: papers and issue trackers tell of them, or our own tests.
 */
final class BrokenTypes {

  private BrokenTypes() {}

  static List<BrokenType> met() {
    return Stream.of(counters(), registers(), flags(), sets(), deltas(), maps(), any(), lists())
        .flatMap(List::stream)
        .toList();
  }

  /** Returns those that edits and merges alone show to be broken: counters, registers and sets. */
  static Stream<BrokenType> plain() {
    return Stream.of(counters(), registers(), sets())
        .flatMap(List::stream)
        .filter(type -> type.others().length == 0);
  }

  private static List<BrokenType> counters() {
    String g = "G-Counter";
    String pn = "PN-Counter";
    return List.of(
        broken(g, "merge adds entrywise", () -> BrokenCounters.merging(Integer::sum))
            .by(IDEMPOTENT, 1),
        broken(pn, "one number, merge takes the greatest net value", BrokenMeanings::netValue)
            .by(INFLATING, 1)
            .by(MEANING, 2),
        broken(pn, "two global totals", BrokenMeanings::globalTotals)
            .by(MEANING, 3)
            .found(EXHAUSTIVELY_AND_ALONE),
        broken(pn, "signed entries, merged by the greatest", BrokenCounters::signed)
            .by(INFLATING, 2),
        broken(pn, "merge keeps its own negatives", BrokenCounters::ownNegatives)
            .by(COMMUTATIVE, 1),
        broken(g, "merge is putAll", () -> BrokenCounters.merging((a, b) -> b)).by(COMMUTATIVE, 2),
        broken(g, "merge is putIfAbsent", () -> BrokenCounters.merging((a, b) -> a))
            .by(COMMUTATIVE, 2),
        broken(g, "two replicas share an id", BrokenMeanings::sharedId)
            .by(MEANING, 3)
            .found(EXHAUSTIVELY_AND_ALONE),
        broken(g, "entries overflow", BrokenCounters::overflowing).by(INFLATING, 2).by(MEANING, 2),
        broken(g, "prune deletes an entry", BrokenCounters::pruning).by(INFLATING, 3),
        broken(g, "prune takes an entry over", BrokenCounters::takingOver).by(INFLATING, 3),
        broken(g, "reset replaces the state", BrokenCounters::reset).by(INFLATING, 2),
        broken(g, "merge keeps what both sides have", BrokenCounters::intersecting)
            .by(INFLATING, 1)
            .by(NEUTRAL, 1));
  }

  private static List<BrokenType> registers() {
    String lww = "LWW register";
    String mv = "MV register";
    return List.of(
        broken(lww, "ties keep this", BrokenRegisters::tiesKeepThis).by(COMMUTATIVE, 2),
        broken(lww, "the clock alone, and it is behind", BrokenRegisters::clockAlone)
            .by(INFLATING, 3)
            .by(MEANING, 4),
        broken(lww, "own writes counted, not those merged", BrokenRegisters::ownWritesCounted)
            .by(INFLATING, 3),
        broken(lww, "coarse clock, equal ids keep this", BrokenRegisters::idsFallThrough)
            .by(COMMUTATIVE, 2),
        broken(lww, "stamps compared as text", BrokenRegisters::asText).by(INFLATING, 2),
        broken(lww, "no step beyond the old stamp", BrokenRegisters::notBeyond).by(COMMUTATIVE, 2),
        broken(lww, "stamps wrap", BrokenRegisters::wrapping).by(INFLATING, 2),
        broken("max register", "by length, ties keep this", BrokenRegisters::longest)
            .by(COMMUTATIVE, 2),
        broken("max register", "arithmetic mean", BrokenRegisters::mean)
            .by(ASSOCIATIVE, 1)
            .by(IDEMPOTENT, 1),
        broken(mv, "dominated values are kept", BrokenMaps::dominatedKept).by(INFLATING, 2),
        broken(mv, "ordered by the sum of the clock", BrokenMeanings::orderedBySum).by(MEANING, 4),
        broken(mv, "siblings keyed by value", BrokenMaps::keyedByValue).by(COMMUTATIVE, 2));
  }

  private static List<BrokenType> flags() {
    return List.of(broken("EW flag", "boolean or", BrokenMaps::booleanOr).by(INFLATING, 2));
  }

  private static List<BrokenType> sets() {
    String or = "OR-Set";
    return List.of(
        broken(or, "union of entries and clocks", BrokenMeanings::unionOfEntries)
            .by(INFLATING, 2)
            .by(MEANING, 4),
        broken(or, "drops what one side lacks", BrokenSets::missingOnesDropped).by(INFLATING, 1),
        broken(or, "on both sides: all dots of both", BrokenObservedRemoves::dotsOfBoth)
            .by(INFLATING, 2)
            .by(ASSOCIATIVE, 3),
        broken(or, "shortcut with >= on contexts", BrokenObservedRemoves::greaterContextWins)
            .by(COMMUTATIVE, 2),
        broken(or, "remove forgets the context", BrokenSets::forgetful).by(INFLATING, 2),
        broken(or, "add leaves the context as it is", BrokenObservedRemoves::addUnseen)
            .by(INFLATING, 2),
        broken(or, "next dot is the number of elements + 1", BrokenObservedRemoves::dotsBySize)
            .by(INFLATING, 3),
        broken(or, "remove deletes own dots only", BrokenMeanings::ownDotsOnly)
            .by(MEANING, 3)
            .found(EXHAUSTIVELY_AND_ALONE),
        broken(or, "merge keeps its own context", BrokenSets::ownContext).by(COMMUTATIVE, 1),
        broken(or, "seen compares with > for >=", BrokenObservedRemoves::seenTooLate)
            .by(INFLATING, 2),
        broken(or, "equals looks at elements only", BrokenSets::shallowEquals).by(CONGRUENT, 2),
        broken(or, "restored from a backup, same id", FaultsTest.SET::restoring)
            .by(MEANING, 5)
            .found(WITH_RESTORES),
        broken("2P-Set", "offered as add-wins", BrokenMeanings::twoPhase).by(MEANING, 2),
        broken("2P-Set", "re-add clears the tombstone", BrokenSets::clearedTombstones)
            .by(INFLATING, 2),
        broken("set", "remove deletes, merge is union", BrokenSets::removeDeletes)
            .by(INFLATING, 2)
            .by(STALE_MERGE, 2),
        broken("G-Set", "value in hash order", BrokenSets::hashOrder).by(CONGRUENT, 4));
  }

  private static List<BrokenType> deltas() {
    String or = "delta OR-Set";
    return List.of(
        broken("delta G-Counter", "the increment, not the count", BrokenDeltas::increments)
            .by(DELTA, 2),
        broken(or, "remove without context", BrokenDeltas::noContextOfRemovals).by(DELTA, 2),
        broken(or, "with the whole context", BrokenDeltas::wholeContext).by(DELTA, 1),
        broken(or, "context as a version vector", BrokenDeltas::versionVector).by(DELTA, 2),
        broken("OR-Set codec", "recomputes the context", BrokenCodecsTest::contextRecomputed)
            .by(CODEC, 2));
  }

  private static List<BrokenType> maps() {
    return List.of(
        broken("OR-Map", "a removed key forgets its counter", BrokenObservedRemoves::countersOfKeys)
            .by(ASSOCIATIVE, 3),
        broken(
                "OR-Map",
                "nested map joined under an empty context",
                BrokenNestedMap::joinedUnderAnEmptyContext)
            .by(INFLATING, 2)
            .by(MEANING, 4),
        broken("LWW map", "remove leaves no tombstone", BrokenMaps::noTombstone).by(INFLATING, 2));
  }

  private static List<BrokenType> any() {
    return List.of(
        broken("any", "merge adds into this", BrokenImmutabilityTest::mergesInPlace)
            .by(IMMUTABLE, 1),
        broken("any", "edits in place", BrokenImmutabilityTest::editsInPlace).by(IMMUTABLE, 1));
  }

  private static List<BrokenType> lists() {
    return List.of(
        broken("RGA", "siblings in ascending order", BrokenSequences::ascending).by(MEANING, 2),
        broken("RGA", "delete drops the node", BrokenSequences::nodesDropped).by(INFLATING, 2),
        broken("list", "halved doubles, no tie-break", BrokenSequences::halvedPositions)
            .by(MEANING, 4));
  }
}
