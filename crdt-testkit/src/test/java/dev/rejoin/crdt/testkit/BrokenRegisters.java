package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.HybridTimestamp;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

/** Broken registers: of two values the wrong one wins, or neither. */
final class BrokenRegisters {

  private BrokenRegisters() {}

  private record Stamped(long time, String by, String value) {}

  private static final Stamped BLANK = new Stamped(0, "", "");

  static Subject<Stamped> register(BinaryOperator<Stamped> merge) {
    return Subject.of(BLANK).merging(merge).observing(Stamped::value);
  }

  /** Returns the merge in which the greater one wins, and this one if neither is. */
  private static BinaryOperator<Stamped> greater(Comparator<Stamped> order) {
    return (a, b) -> order.compare(a, b) >= 0 ? a : b;
  }

  private static final Comparator<Stamped> BY_TIME_AND_ID =
      Comparator.comparingLong(Stamped::time).thenComparing(Stamped::by);

  static Subject<Stamped> tiesKeepThis() {
    return register(greater(Comparator.comparingLong(Stamped::time)))
        .edit(
            "assign",
            List.of("x", "y"),
            (old, me, value) ->
                new Stamped(Math.max(old.time() + 1, me.stamp().millis()), "", value));
  }

  static Subject<Stamped> clockAlone() {
    return register(greater(BY_TIME_AND_ID))
        .edit(
            "assign",
            List.of("x", "y"),
            (old, me, value) -> {
              HybridTimestamp now = me.stamp();
              return new Stamped(now.millis() * 1000 + now.counter(), me.id().value(), value);
            })
        .meaning(Meanings.lastWriterWins("assign", ""));
  }

  static Subject<Stamped> idsFallThrough() {
    return register(greater(BY_TIME_AND_ID))
        .edit(
            "assign",
            List.of("x", "y"),
            (old, me, value) -> new Stamped(me.stamp().millis(), me.id().value(), value));
  }

  private record Counted(int stamp, String by, int ownWrites) {}

  static Subject<Counted> ownWritesCounted() {
    return Subject.of(new Counted(0, "", 0))
        .merging(
            (a, b) ->
                a.stamp() > b.stamp() || (a.stamp() == b.stamp() && a.by().compareTo(b.by()) >= 0)
                    ? a
                    : b)
        .edit(
            "assign",
            (old, me) -> {
              int writes = old.by().equals(me.id().value()) ? old.ownWrites() + 1 : 1;
              return new Counted(writes, me.id().value(), writes);
            });
  }

  static Subject<Stamped> notBeyond() {
    return register(greater(BY_TIME_AND_ID))
        .edit(
            "assign",
            List.of("x", "y"),
            (old, me, value) ->
                new Stamped(Math.max(old.time(), me.stamp().millis()), me.id().value(), value));
  }

  static Subject<Integer> asText() {
    return Subject.of(5)
        .merging((a, b) -> a.toString().compareTo(b.toString()) >= 0 ? a : b)
        .edit("assign", (stamp, me) -> stamp + 4);
  }

  static Subject<Byte> wrapping() {
    return Subject.of((byte) 0)
        .merging((a, b) -> a >= b ? a : b)
        .edit("assign", (stamp, me) -> (byte) (stamp + 100));
  }

  static Subject<String> longest() {
    return Subject.of("")
        .merging((a, b) -> a.length() >= b.length() ? a : b)
        .edit(
            "write",
            List.of("x", "y"),
            (old, me, text) -> text.length() > old.length() ? text : old);
  }

  static Subject<Double> mean() {
    return Subject.of(0.0).merging((a, b) -> (a + b) / 2).edit("raise", (value, me) -> value + 1);
  }

  static Subject<String> lastToArrive() {
    return Subject.of("")
        .merging((a, b) -> b)
        .edit("assign", List.of("x", "y"), (old, me, value) -> value);
  }
}
