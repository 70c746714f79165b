package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Causal;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Golden files of maps, and of records by themselves. */
final class GoldenMaps {

  private GoldenMaps() {}

  static List<GoldenFolder> all() {
    return List.of(
        map(
                new TypeReference<ORMap<String, ORSet<String>>>() {},
                List.of("home", "work", "garden", "car"),
                ORSet.<String>empty(),
                new Edits<>(
                    (set, me) -> set.add(me, "milk").add(me, "tea"),
                    (set, me) -> set.add(me, "milk").remove("tea"),
                    ORSet::clear))
            .with("texts", texts()),
        map(
            new TypeReference<ORMap<String, MVRegister<String>>>() {},
            List.of("home", "work", "garden", "car"),
            MVRegister.<String>empty(),
            new Edits<>(
                (title, me) -> title.assign(me, "milk"),
                (title, me) -> title.assign(me, "tea"),
                MVRegister::clear)),
        map(
            new TypeReference<ORMap<Long, CausalCounter>>() {},
            List.of(10L, 9L, Long.MIN_VALUE, Long.MAX_VALUE),
            CausalCounter.empty(),
            new Edits<>(
                (votes, me) -> votes.increment(me, 3),
                (votes, me) -> votes.decrement(me),
                CausalCounter::reset)),
        map(
            new TypeReference<ORMap<Boolean, EWFlag>>() {},
            List.of(true, false, true, false),
            EWFlag.empty(),
            new Edits<>(EWFlag::enable, (flag, me) -> flag.enable(me).enable(me), EWFlag::disable)),
        map(
            new TypeReference<ORMap<Point, ORSet<Point>>>() {},
            List.of(new Point(2, 0), new Point(10, 0), new Point(-1, 0), new Point(0, 0)),
            ORSet.<Point>empty(),
            new Edits<>(
                (set, me) -> set.add(me, new Point(2, 0)),
                (set, me) -> set.add(me, new Point(10, 0)),
                ORSet::clear)),
        map(
            new TypeReference<ORMap<String, ORMap<String, ORSet<Long>>>>() {},
            List.of("home", "work", "garden", "car"),
            ORMap.<String, ORSet<Long>>empty(),
            new Edits<>(
                (lists, me) -> lists.update(me, "b", ORSet.empty(), (set, by) -> set.add(by, 1L)),
                (lists, me) ->
                    lists
                        .update(me, "a", ORSet.empty(), (set, by) -> set.add(by, 2L))
                        .update(me, "b", ORSet.empty(), (set, by) -> set.remove(1L).add(by, 3L)),
                ORMap::clear)),
        map(
            new TypeReference<ORMap<String, Todo>>() {},
            List.of("home", "work", "garden", "car"),
            Todo.EMPTY,
            new Edits<>(
                (todo, me) -> todo.voted(me, 2).tagged(me, "urgent").titled(me, "tea"),
                (todo, me) -> todo.finished(me).titled(me, "milk").voted(me, 1).untagged("urgent"),
                todo -> todo.reopened().untagged("urgent"))),
        map(
            new TypeReference<ORMap<String, Column>>() {},
            List.of("todo", "doing", "done", "dropped"),
            Column.EMPTY,
            new Edits<>(
                (column, me) ->
                    new Column(card(column, me, "tea"), column.pinned(), column.collapsed()),
                (column, me) ->
                    new Column(
                        card(column, me, "milk"),
                        column.pinned().titled(me, "pinned").finished(me),
                        column.collapsed().enable(me)),
                column ->
                    new Column(
                        column.cards().clear(),
                        column.pinned().reopened(),
                        column.collapsed().disable()))),
        desk());
  }

  /** What is done to a value of a map. */
  private record Edits<V>(
      BiFunction<V, Author, V> one, BiFunction<V, Author, V> other, UnaryOperator<V> cleared) {}

  private static <K, V extends Causal<V>> GoldenFolder map(
      TypeReference<ORMap<K, V>> type, List<K> keys, V empty, Edits<V> edits) {
    return GoldenFolder.of(
        type,
        ORMap.<K, V>empty(),
        new GoldenFolder.Fork<>(
            (map, on) ->
                map.update(on.phone, keys.get(0), empty, edits.one)
                    .update(on.tablet, keys.get(1), empty, edits.one)
                    .update(on.tablet, keys.get(0), empty, edits.other),
            (map, on) -> map.remove(keys.get(1)).update(on.phone, keys.get(0), empty, edits.other),
            (map, on) -> map.update(on.phone, keys.get(2), empty, edits.one),
            (map, on) ->
                map.update(on.tablet, keys.get(0), empty, (value, me) -> edits.cleared.apply(value))
                    .update(on.tablet, keys.get(1), empty, edits.one)
                    .update(on.tablet, keys.get(3), empty, edits.other),
            (map, on) -> map.update(on.laptop, keys.get(0), empty, edits.one),
            ORMap::clear));
  }

  private static ORMap<String, Todo> card(Column column, Author me, String title) {
    return column.cards().update(me, title, Todo.EMPTY, (todo, by) -> todo.titled(by, title));
  }

  private static ORMap<String, ORSet<String>> texts() {
    ORMap<String, ORSet<String>> map = ORMap.empty();
    Author author = GoldenDevices.named("texts");
    for (String text : GoldenTexts.ALL) {
      map = map.update(author, text, ORSet.empty(), (set, me) -> set.add(me, text));
    }
    for (String id : GoldenTexts.IDS) {
      Author named = GoldenDevices.named(id);
      map = map.update(named, "all", ORSet.empty(), (set, me) -> set.add(me, id));
    }
    return map;
  }

  private static GoldenFolder desk() {
    return GoldenFolder.of(
        new TypeReference<Desk>() {},
        Desk.EMPTY,
        new GoldenFolder.Fork<>(
            (desk, on) -> edited(edited(desk, on.phone, "tea"), on.tablet, "eggs"),
            (desk, on) -> edited(desk, on.phone, "milk"),
            (desk, on) -> edited(desk, on.phone, "bread"),
            (desk, on) ->
                new Desk(
                    desk.title().assign(on.tablet, "salt"),
                    desk.visits(),
                    desk.people().remove("tea"),
                    desk.todos().remove("tea")),
            (desk, on) -> edited(desk, on.laptop, "rice"),
            desk ->
                new Desk(
                    desk.title(), desk.visits(), desk.people().clear(), desk.todos().clear())));
  }

  static Desk edited(Desk desk, Author me, String what) {
    return new Desk(
        desk.title().assign(me, what),
        desk.visits().increment(me),
        desk.people().add(me, what),
        desk.todos().update(me, what, Todo.EMPTY, (todo, by) -> todo.titled(by, what)));
  }
}
