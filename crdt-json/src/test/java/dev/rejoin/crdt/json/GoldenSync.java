package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Version;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Golden files of versions, of changes, and of what a journal writes. */
final class GoldenSync {

  static final TypeReference<ORSet<String>> LIST = new TypeReference<>() {};

  private static final Witness WITNESS = new Witness("nonce", "lock", "12:34", "journal");

  private GoldenSync() {}

  static List<GoldenFolder> all() {
    return List.of(
        versions(),
        changes(new TypeReference<Changes<ORSet<String>>>() {}, ORSet.empty(), ORSet::add),
        changes(
            new TypeReference<Changes<GCounter>>() {},
            GCounter.empty(),
            (counter, me, text) -> counter.increment(me)),
        changes(
            new TypeReference<Changes<ORMap<String, Todo>>>() {},
            ORMap.empty(),
            (todos, me, text) ->
                todos.update(me, text, Todo.EMPTY, (todo, by) -> todo.titled(by, text))),
        changes(new TypeReference<Changes<Desk>>() {}, Desk.EMPTY, GoldenMaps::edited),
        lines());
  }

  /** One update. */
  private interface Edit<S> {
    S apply(S state, Author me, String text);
  }

  /** A state with the version of all updates that it includes. */
  private record Versioned<S extends Crdt<S>>(S state, Version version) {

    Versioned<S> edited(Author me, int tag, Edit<S> edit, String text) {
      Version.Entry next = new Version.Entry(version.count(me.id()) + 1, tag);
      return new Versioned<>(
          edit.apply(state, me, text), version.merge(Version.of(Map.of(me.id(), next))));
    }

    Versioned<S> merge(Versioned<S> other) {
      return new Versioned<>(state.merge(other.state), version.merge(other.version));
    }

    Changes<S> since(Versioned<S> base) {
      return new Changes<>(base.version, base.version.merge(version), state.deltaSince(base.state));
    }
  }

  /** The moments of a history with one fork. */
  private record Moments<S extends Crdt<S>>(
      Versioned<S> empty,
      Versioned<S> shared,
      Versioned<S> left,
      Versioned<S> leftLater,
      Versioned<S> right,
      Versioned<S> last) {

    static <S extends Crdt<S>> Moments<S> of(S empty, Edit<S> edit) {
      GoldenDevices on = new GoldenDevices();
      Versioned<S> start = new Versioned<>(empty, Version.empty());
      Versioned<S> shared =
          start.edited(on.phone, 7, edit, "milk").edited(on.tablet, 1234567, edit, "tea");
      Versioned<S> left = shared.edited(on.phone, 0, edit, "eggs");
      Versioned<S> leftLater = left.edited(on.phone, Integer.MAX_VALUE, edit, "bread");
      Versioned<S> right = shared.edited(on.tablet, 42, edit, "milk");
      Versioned<S> last = leftLater.merge(right).edited(on.laptop, 99, edit, "salt");
      return new Moments<>(start, shared, left, leftLater, right, last);
    }

    Map<String, Versioned<S>> byName() {
      Map<String, Versioned<S>> moments = new LinkedHashMap<>();
      moments.put("empty", empty);
      moments.put("shared", shared);
      moments.put("left", left);
      moments.put("left-later", leftLater);
      moments.put("right", right);
      moments.put("last", last);
      return moments;
    }
  }

  private static GoldenFolder versions() {
    GoldenFolder folder = new GoldenFolder(new TypeReference<Version>() {});
    Moments.of(ORSet.<String>empty(), ORSet::add)
        .byName()
        .forEach((name, moment) -> folder.with(name, moment.version));
    Map<ReplicaId, Version.Entry> texts = new TreeMap<>();
    GoldenTexts.IDS.forEach(
        id -> texts.put(ReplicaId.of(id), new Version.Entry(texts.size() + 1L, 1)));
    ReplicaId phone = ReplicaId.of("phone");
    ReplicaId largest = ReplicaId.of("largest");
    return folder
        .with("other-tag", Version.of(Map.of(phone, new Version.Entry(2, 1))))
        .with("texts", Version.of(texts))
        .with(
            "largest",
            Version.of(Map.of(largest, new Version.Entry(Dot.MAX_COUNTER, Integer.MAX_VALUE))));
  }

  private static <S extends Crdt<S>> GoldenFolder changes(
      TypeReference<Changes<S>> type, S empty, Edit<S> edit) {
    Moments<S> moments = Moments.of(empty, edit);
    GoldenFolder folder = new GoldenFolder(type);
    moments
        .byName()
        .forEach((name, moment) -> folder.with("all-" + name, moment.since(moments.empty)));
    Versioned<S> shared = moments.shared;
    return folder
        .with("left-since-shared", moments.left.since(shared))
        .with("left-later-since-left", moments.leftLater.since(moments.left))
        .with("right-since-shared", moments.right.since(shared))
        .with("last-since-right", moments.last.since(moments.right))
        .with("nothing", shared.since(shared))
        .with("version-alone", new Changes<>(shared.version, moments.left.version, empty));
  }

  private static GoldenFolder lines() {
    return GoldenFolder.of(
        new TypeReference<JournalLine<ORSet<String>>>() {}, new LinkedHashMap<>(namedLines()));
  }

  private static Map<String, JournalLine<ORSet<String>>> namedLines() {
    Moments<ORSet<String>> moments = Moments.of(ORSet.<String>empty(), ORSet::add);
    HybridTimestamp stamp = Samples.stamp();
    ReplicaId phone = ReplicaId.of("phone");
    Map<String, JournalLine<ORSet<String>>> lines = new LinkedHashMap<>();
    lines.put(
        "opened",
        new JournalLine.Opened<>(phone, Option.none(), Durability.EACH_UPDATE, Option.none()));
    lines.put(
        "opened-again",
        new JournalLine.Opened<>(phone, Option.of(stamp), Durability.ON_CLOSE, Option.of(WITNESS)));
    lines.put("first", line(moments.empty, moments.shared, Option.none()));
    lines.put("second", line(moments.shared, moments.left, Option.of(stamp)));
    lines.put("third", line(moments.left, moments.last, Option.none()));
    lines.put("nothing", new JournalLine.Changed<>(Option.none(), Version.empty(), ORSet.empty()));
    lines.put("clock-alone", line(moments.left, moments.left, Option.of(stamp)));
    lines.put("compacted", new JournalLine.Compacted<>());
    lines.put("closed", new JournalLine.Closed<>(Option.none()));
    lines.put("closed-witnessed", new JournalLine.Closed<>(Option.of(WITNESS)));
    return lines;
  }

  private static JournalLine<ORSet<String>> line(
      Versioned<ORSet<String>> before,
      Versioned<ORSet<String>> after,
      Option<HybridTimestamp> clock) {
    return new JournalLine.Changed<>(
        clock, after.version.deltaSince(before.version), after.state.deltaSince(before.state));
  }

  private static JournalLine<ORSet<String>> named(
      String name, Map<String, JournalLine<ORSet<String>>> lines) {
    return Objects.requireNonNull(lines.get(name), name);
  }

  /** Returns the lines of whole journals. */
  static Map<String, List<JournalLine<ORSet<String>>>> journals() {
    Map<String, JournalLine<ORSet<String>>> lines = namedLines();
    JournalLine<ORSet<String>> opened = named("opened", lines);
    JournalLine<ORSet<String>> again = named("opened-again", lines);
    Map<String, List<JournalLine<ORSet<String>>>> journals = new LinkedHashMap<>();
    journals.put("opened", List.of(opened));
    journals.put("open", List.of(opened, named("first", lines)));
    journals.put("closed", List.of(opened, named("first", lines), named("closed", lines)));
    journals.put(
        "reopened",
        List.of(
            opened,
            named("first", lines),
            named("closed-witnessed", lines),
            again,
            named("second", lines),
            named("third", lines),
            named("closed", lines)));
    journals.put(
        "compacted",
        List.of(
            again,
            named("first", lines),
            named("compacted", lines),
            named("second", lines),
            named("closed-witnessed", lines)));
    return journals;
  }
}
