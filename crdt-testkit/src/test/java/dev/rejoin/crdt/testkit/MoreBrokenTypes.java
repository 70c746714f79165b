package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.BrokenOrders.sum;
import static dev.rejoin.crdt.testkit.BrokenOrders.vector;
import static dev.rejoin.crdt.testkit.BrokenType.How.AT_RANDOM;
import static dev.rejoin.crdt.testkit.BrokenType.broken;

import java.util.List;
import java.util.stream.Stream;

/** Broken types that nobody has told of: the laws were not made for them. */
final class MoreBrokenTypes {

  private MoreBrokenTypes() {}

  static List<BrokenType> all() {
    return Stream.of(numbers(), containers(), written(), lists(), orders(), any())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BrokenType> numbers() {
    return List.of(
        broken("bounded counter", "a transfer mints", BrokenNumbers::mintingTransfers)
            .by(Law.INFLATING, 1),
        broken("counter", "clamped at zero", BrokenNumbers::clampedAtZero).by(Law.INFLATING, 2),
        broken("counter", "what arrives decays", BrokenNumbers::decaying).by(Law.COMMUTATIVE, 1),
        broken("counter", "the greater sum wins", BrokenNumbers::greaterSumWins).by(Law.MEANING, 3),
        broken("counter", "differs from a right one", BrokenMeanings::totalsBesideRightOnes)
            .by(Law.MEANING, 3),
        broken("counter", "starts at one, merge adds", BrokenCounters::startsAtOne)
            .by(Law.NEUTRAL, 0),
        broken("counter", "epochs, counts added", BrokenMaps::epochs).by(Law.IDEMPOTENT, 1),
        broken("LWW register", "stamps as floats", BrokenNumbers::stampsAsFloats)
            .by(Law.COMMUTATIVE, 2),
        broken("LWW register", "the last to arrive wins", BrokenRegisters::lastToArrive)
            .by(Law.STALE_MERGE, 1)
            .by(Law.CONVERGENT, 1),
        broken("LWW register", "the first writer wins", BrokenMeanings::firstWriter)
            .by(Law.MEANING, 2),
        broken("MV register", "one sibling of each value", BrokenNumbers::siblingsDedupedByValue)
            .by(Law.INFLATING, 2)
            .by(Law.MEANING, 5),
        broken("flag", "disabling wins over what arrives", BrokenNumbers::disableWinsOnOneSide)
            .by(Law.COMMUTATIVE, 1),
        broken("flag", "edits counted, ties keep this", BrokenMaps::flagOfCounts)
            .by(Law.COMMUTATIVE, 2),
        broken("EW flag", "cannot be disabled", BrokenMeanings::stuckFlag).by(Law.MEANING, 2));
  }

  private static List<BrokenType> containers() {
    return List.of(
        broken("G-Set", "a bitmap of 64 elements", BrokenContainers::bitmap).by(Law.MEANING, 1),
        broken("G-Set", "the greatest element alone", BrokenMeanings::onlyTheGreatest)
            .by(Law.MEANING, 2),
        broken("G-Set", "hash code by identity", BrokenSets::hashedByIdentity).by(Law.CONGRUENT, 1),
        broken("set", "removes stay where they are made", BrokenContainers::removesStayHere)
            .by(Law.COMMUTATIVE, 1),
        broken("set", "causal length, the shorter wins", BrokenMaps::causalLength)
            .by(Law.INFLATING, 1),
        broken("2P-Set", "tombstones purged by merge", BrokenContainers::tombstonesPurged)
            .by(Law.IDEMPOTENT, 2),
        broken("OR-Set", "dots without the replica", BrokenContainers::dotsWithoutReplica)
            .by(Law.MEANING, 3),
        broken("OR-Set", "add of what is there does nothing", BrokenContainers::addOnlyOnce)
            .by(Law.MEANING, 5),
        broken("log", "the last 8 entries", BrokenContainers::lastEight)
            .by(Law.INFLATING, 9)
            .found(AT_RANDOM),
        broken("counter", "pruned to two entries", BrokenContainers::twoEntries)
            .by(Law.MEANING, 5)
            .found(AT_RANDOM),
        broken("OR-Set", "context of the newest dots", BrokenObservedRemoves::newestOnly)
            .by(Law.INFLATING, 2),
        broken("LWW map", "one clock for all keys", BrokenContainers::oneClockForAllKeys)
            .by(Law.MEANING, 3),
        broken("LWW map", "the later arrival wins", BrokenMaps::putAll).by(Law.COMMUTATIVE, 2),
        broken("OR-Map", "nested maps are not merged", BrokenMaps::shallowMap)
            .by(Law.COMMUTATIVE, 2),
        broken(
                "OR-Map",
                "remove wins over unseen updates",
                BrokenContainers::removeWinsOverTheUnseen)
            .by(Law.INFLATING, 3)
            .by(Law.MEANING, 4),
        broken("tree", "moves into each other", BrokenContainers::movesIntoEachOther)
            .by(Law.MEANING, 3));
  }

  private static List<BrokenType> written() {
    return List.of(
        broken("delta OR-Set", "the newest dot alone", BrokenContainers::deltaOfTheNewest)
            .by(Law.DELTA, 2),
        broken("delta OR-Set", "more than the state", BrokenDeltas::moreThanTheState)
            .by(Law.DELTA, 1),
        broken("delta OR-Set", "no delta at all", BrokenDeltas::noDelta).by(Law.DELTA, 1),
        broken("delta log", "dropped after a gap", BrokenDeltas::gapless).by(Law.DELTA, 2),
        broken("set codec", "commas not escaped", BrokenContainers::unescapedCommas)
            .by(Law.CODEC, 1),
        broken("map codec", "empty parts not written", BrokenContainers::emptyPartsNotWritten)
            .by(Law.CODEC, 1),
        broken("set codec", "elements in hash order", BrokenCodecsTest::hashOrder).by(Law.CODEC, 4),
        broken("counter codec", "a count of one byte", BrokenCodecsTest::narrow).by(Law.CODEC, 1),
        broken("counter codec", "loses what equals leaves out", BrokenCodecsTest::lossy)
            .by(Law.CODEC, 3),
        broken("max register", "logs every merge", BrokenCodecsTest::logged).by(Law.BOUNDED, 0),
        broken("max register", "logs and writes every merge", BrokenCodecsTest::loggedAndWritten)
            .by(Law.BOUNDED, 0));
  }

  private static List<BrokenType> lists() {
    return List.of(
        broken("RGA", "delete takes out the neighbour", BrokenSequences::neighbourTakenOut)
            .by(Law.MEANING, 3),
        broken("RGA", "gone once both sides removed it", BrokenSequences::removesUndone)
            .by(Law.INFLATING, 2)
            .by(Law.MEANING, 4),
        broken("text", "deletes by offset", BrokenSequences::deletesByOffset).by(Law.MEANING, 4),
        broken("RGA", "siblings around a ring of replicas", BrokenSequences::aroundARing)
            .by(Law.MEANING, 3),
        broken("list", "the longer one wins", BrokenMaps::longerWins).by(Law.COMMUTATIVE, 2),
        broken("list", "indices as identities", BrokenMaps::byIndex).by(Law.COMMUTATIVE, 2));
  }

  private static List<BrokenType> orders() {
    String vector = "version vector";
    return List.of(
        broken(vector, "order by the sum", () -> vector((a, b) -> sum(a) <= sum(b)))
            .by(Law.ORDER, 2),
        broken(vector, "order by the size", () -> vector((a, b) -> a.size() <= b.size()))
            .by(Law.ORDER, 2),
        broken(vector, "order the wrong way round", () -> vector((a, b) -> b.isAtMost(a)))
            .by(Law.ORDER, 1),
        broken(vector, "strict order", () -> vector((a, b) -> a.isAtMost(b) && !a.equals(b)))
            .by(Law.ORDER, 0),
        broken(vector, "compare never says concurrent", BrokenOrders::totallyCompared)
            .by(Law.ORDER, 2));
  }

  private static List<BrokenType> any() {
    return List.of(
        broken("any", "empties what it merges", BrokenImmutabilityTest::takesFromTheOther)
            .by(Law.IMMUTABLE, 1),
        broken("any", "hands its own collection out", BrokenImmutabilityTest::handsOut)
            .by(Law.IMMUTABLE, 1),
        broken("any", "hands its own array out", BrokenImmutabilityTest::handsAnArrayOut)
            .by(Law.IMMUTABLE, 1),
        broken("any", "hands out one within another", BrokenImmutabilityTest::handsOutWithin)
            .by(Law.IMMUTABLE, 1),
        broken("any", "changes the argument", BrokenImmutabilityTest::changesTheArgument)
            .by(Law.IMMUTABLE, 1),
        broken("any", "shows a view", BrokenImmutabilityTest::showsAView).by(Law.IMMUTABLE, 1));
  }
}
