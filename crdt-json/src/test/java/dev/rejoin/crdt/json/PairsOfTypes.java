package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Causal;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.ResettableCounter;
import dev.rejoin.crdt.VersionVector;
import java.util.List;
import java.util.function.BiFunction;

/** Random edits of every type. */
final class PairsOfTypes {

  private final RandomPairs random;

  private PairsOfTypes(RandomPairs random) {
    this.random = random;
  }

  /** Returns pairs of all types. */
  static List<RandomPairs.Pair> drawn(long seed) {
    RandomPairs pairs = new RandomPairs(seed);
    PairsOfTypes types = new PairsOfTypes(pairs);
    types.counts();
    types.stamped();
    types.sets();
    types.causal();
    types.maps();
    return pairs.pairs();
  }

  private void counts() {
    random
        .with(
            new TypeReference<>() {},
            GCounter.empty(),
            (counter, me) -> counter.increment(me, random.upTo(4)))
        .with(
            new TypeReference<>() {},
            PNCounter.empty(),
            (counter, me) ->
                counter.increment(me, random.upTo(4)).decrement(me, (1L << 40) * random.upTo(4)))
        .with(
            new TypeReference<>() {},
            ResettableCounter.empty(),
            (counter, me) ->
                random.upTo(3) == 0
                    ? counter.reset()
                    : counter.increment(me, random.upTo(4)).decrement(me, random.upTo(2)))
        .with(new TypeReference<>() {}, VersionVector.empty(), (vector, me) -> vector.increment(me))
        .with(
            new TypeReference<>() {},
            CausalContext.empty(),
            (seen, me) -> seen.add(new Dot(me.id(), 1 + random.upTo(12))));
  }

  private void stamped() {
    random
        .with(
            new TypeReference<>() {},
            LWWRegister.<String>empty(),
            (register, me) -> register.assign(me, random.text()))
        .with(
            new TypeReference<>() {},
            LWWRegister.<Long>empty(),
            (register, me) ->
                register.merge(LWWRegister.of(Samples.stamp(), List.of(random.number()))))
        .with(
            new TypeReference<>() {},
            LWWMap.<String, Long>empty(),
            (map, me) ->
                random.upTo(3) == 0
                    ? map.remove(me, random.text())
                    : map.put(me, random.text(), random.number()))
        .with(
            new TypeReference<>() {},
            LWWMap.<Long, String>empty(),
            (map, me) -> map.merge(LWWMap.of(List.of(tied()))));
  }

  /** Returns an entry that others have the timestamp of: of a put, or of a removal now and then. */
  private LWWMap.Entry<Long, String> tied() {
    List<String> values = random.upTo(6) == 0 ? List.of() : List.of(random.text());
    return new LWWMap.Entry<>(random.number(), Samples.stamp(), values);
  }

  private void sets() {
    random
        .with(new TypeReference<>() {}, GSet.<String>empty(), (set, me) -> set.add(random.text()))
        .with(new TypeReference<>() {}, GSet.<Long>empty(), (set, me) -> set.add(random.number()))
        .with(
            new TypeReference<>() {},
            GSet.<Boolean>empty(),
            (set, me) -> set.add(random.upTo(2) == 0))
        .with(new TypeReference<>() {}, ORSet.<String>empty(), this::edited)
        .with(
            new TypeReference<>() {},
            ORSet.<Long>empty(),
            (set, me) ->
                random.upTo(3) == 0 ? set.remove(random.number()) : set.add(me, random.number()));
  }

  private ORSet<String> edited(ORSet<String> set, Author me) {
    return switch (random.upTo(5)) {
      case 0 -> set.remove(random.text());
      case 1 -> set.remove(random.text()).add(me, random.text()).add(me, random.text());
      default -> set.add(me, random.text());
    };
  }

  private MVRegister<String> edited(MVRegister<String> register, Author me) {
    return random.upTo(5) == 0 ? register.clear() : register.assign(me, random.text());
  }

  private EWFlag edited(EWFlag flag, Author me) {
    return random.upTo(3) == 0 ? flag.disable() : flag.enable(me);
  }

  private CausalCounter edited(CausalCounter counter, Author me) {
    return switch (random.upTo(5)) {
      case 0 -> counter.reset();
      case 1 -> counter.decrement(me, 1L << 50);
      default -> counter.increment(me, random.upTo(4));
    };
  }

  private Todo edited(Todo todo, Author me) {
    return switch (random.upTo(4)) {
      case 0 -> new Todo(edited(todo.title(), me), todo.done(), todo.tags(), todo.votes());
      case 1 -> new Todo(todo.title(), edited(todo.done(), me), todo.tags(), todo.votes());
      case 2 -> new Todo(todo.title(), todo.done(), edited(todo.tags(), me), todo.votes());
      default -> new Todo(todo.title(), todo.done(), todo.tags(), edited(todo.votes(), me));
    };
  }

  private Column edited(Column column, Author me) {
    return switch (random.upTo(3)) {
      case 0 ->
          new Column(
              edited(column.cards(), me, Todo.EMPTY, this::edited),
              column.pinned(),
              column.collapsed());
      case 1 -> new Column(column.cards(), edited(column.pinned(), me), column.collapsed());
      default -> new Column(column.cards(), column.pinned(), edited(column.collapsed(), me));
    };
  }

  private Desk edited(Desk desk, Author me) {
    return new Desk(
        random.upTo(2) == 0 ? desk.title() : desk.title().assign(me, random.text()),
        desk.visits().increment(me, random.upTo(2)),
        edited(desk.people(), me),
        edited(desk.todos(), me, Todo.EMPTY, this::edited));
  }

  private <V extends Causal<V>> ORMap<String, V> edited(
      ORMap<String, V> map, Author me, V empty, BiFunction<V, Author, V> edit) {
    return random.upTo(5) == 0
        ? map.remove(random.text())
        : map.update(me, random.text(), empty, edit);
  }

  private void causal() {
    random
        .with(new TypeReference<>() {}, MVRegister.<String>empty(), this::edited)
        .with(
            new TypeReference<>() {},
            MVRegister.<Integer>empty(),
            (register, me) -> register.assign(me, random.upTo(9) - 4))
        .with(new TypeReference<>() {}, EWFlag.empty(), this::edited)
        .with(new TypeReference<>() {}, CausalCounter.empty(), this::edited)
        .with(new TypeReference<>() {}, Todo.EMPTY, this::edited)
        .with(new TypeReference<>() {}, Desk.EMPTY, this::edited);
  }

  private void maps() {
    random
        .with(
            new TypeReference<>() {},
            ORMap.<String, ORSet<String>>empty(),
            (map, me) -> edited(map, me, ORSet.<String>empty(), this::edited))
        .with(
            new TypeReference<>() {},
            ORMap.<String, MVRegister<String>>empty(),
            (map, me) -> edited(map, me, MVRegister.<String>empty(), this::edited))
        .with(
            new TypeReference<>() {},
            ORMap.<String, EWFlag>empty(),
            (map, me) -> edited(map, me, EWFlag.empty(), this::edited))
        .with(
            new TypeReference<>() {},
            ORMap.<String, CausalCounter>empty(),
            (map, me) -> edited(map, me, CausalCounter.empty(), this::edited))
        .with(
            new TypeReference<>() {},
            ORMap.<String, Todo>empty(),
            (map, me) -> edited(map, me, Todo.EMPTY, this::edited))
        .with(
            new TypeReference<>() {},
            ORMap.<String, Column>empty(),
            (map, me) -> edited(map, me, Column.EMPTY, this::edited))
        .with(
            new TypeReference<>() {},
            ORMap.<String, ORMap<String, ORSet<String>>>empty(),
            (map, me) ->
                edited(
                    map,
                    me,
                    ORMap.<String, ORSet<String>>empty(),
                    (inner, author) -> edited(inner, author, ORSet.<String>empty(), this::edited)));
  }
}
