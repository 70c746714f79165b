package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Set;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table of what to take for what: each row is what comes of its two edits. */
class WhichTypeTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Author PHONE = Replicas.at(ReplicaId.of("phone"), Replicas.NOON);
  private static final Author LAPTOP =
      Replicas.at(ReplicaId.of("laptop"), Replicas.NOON.plusSeconds(60));

  /** A row of a table of things to do. */
  record Task(MVRegister<String> title, EWFlag done) implements CausalRecord<Task> {

    static final Task EMPTY = CrdtRecord.empty(Task.class);

    Task titled(Author me, String text) {
      return new Task(title.assign(me, text), done);
    }

    Task ticked(Author me) {
      return new Task(title, done.enable(me));
    }
  }

  /** Two types side by side. */
  record Player(LWWRegister<String> name, PNCounter points) implements CrdtRecord<Player> {

    static final Player EMPTY = CrdtRecord.empty(Player.class);
  }

  @Test
  void everyRowOfTheReadmeIsWhatComesOfItsEdits() throws IOException {
    List<String> table =
        Files.readAllLines(README).stream()
            .dropWhile(line -> !line.equals("## Which type do I need?"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("| "))
            .skip(2)
            .toList();

    assertThat(table).containsExactlyElementsOf(rows());
  }

  private static List<String> rows() {
    return Stream.of(counters(), sets(), registers(), maps()).flatMap(List::stream).toList();
  }

  private static String row(
      String app, String type, String onPhone, String onLaptop, Object shownAfterwards) {
    return "| %s | %s | %s | %s | %s |".formatted(app, type, onPhone, onLaptop, shownAfterwards);
  }

  /** Returns what both devices show once each has merged the other's state. */
  private static <S extends Crdt<S>> S merged(S onPhone, S onLaptop) {
    S merged = onPhone.merge(onLaptop);
    assertThat(onLaptop.merge(onPhone)).isEqualTo(merged);
    return merged;
  }

  private static String text(Set<String> values) {
    return values.isEmpty() ? "nothing" : values.mkString(", ");
  }

  private static List<String> counters() {
    ResettableCounter five = ResettableCounter.empty().increment(LAPTOP, 5);
    CausalCounter fiveInARow = CausalCounter.empty().increment(LAPTOP, 5);
    return List.of(
        row(
            "a number that only grows",
            "`GCounter`",
            "counts 2",
            "counts 3",
            merged(GCounter.empty().increment(PHONE, 2), GCounter.empty().increment(LAPTOP, 3))
                .value()),
        row(
            "a number that goes up and down",
            "`PNCounter`",
            "adds 5",
            "takes 3",
            merged(PNCounter.empty().increment(PHONE, 5), PNCounter.empty().decrement(LAPTOP, 3))
                .value()),
        row(
            "a number that is set back to zero",
            "`ResettableCounter`",
            "resets the 5 that the laptop counted",
            "counts 2 more",
            merged(five.reset(), five.increment(LAPTOP, 2)).value()),
        row(
            "such a number in a row of a map",
            "`CausalCounter`",
            "resets the 5 that the laptop counted",
            "counts 2 more, which brings its own 5 back",
            merged(fiveInARow.reset(), fiveInARow.increment(LAPTOP, 2)).value()));
  }

  private static List<String> sets() {
    GSet<String> seen = GSet.empty();
    ORSet<String> list = ORSet.<String>empty().add(PHONE, "milk");
    return List.of(
        row(
            "things that are never taken away",
            "`GSet`",
            "adds a",
            "adds b",
            text(merged(seen.add("a"), seen.add("b")).elements())),
        row(
            "things that come and go: tags, a shopping list",
            "`ORSet`",
            "removes milk",
            "adds milk again",
            text(merged(list.remove("milk"), list.add(LAPTOP, "milk")).elements())));
  }

  private static List<String> registers() {
    LWWRegister<String> color = LWWRegister.empty();
    MVRegister<String> title = MVRegister.empty();
    EWFlag ticked = EWFlag.empty().enable(PHONE);
    return List.of(
        row(
            "a value of which the last one counts",
            "`LWWRegister`",
            "assigns red at 12:00",
            "assigns blue at 12:01",
            merged(color.assign(PHONE, "red"), color.assign(LAPTOP, "blue")).value().get()),
        row(
            "a value whose conflicts somebody should see, or one in a row of a map",
            "`MVRegister`",
            "assigns red at 12:00",
            "assigns blue at 12:01",
            conflict(merged(title.assign(PHONE, "red"), title.assign(LAPTOP, "blue")))),
        row(
            "a checkbox",
            "`EWFlag`",
            "unticks it",
            "ticks it once more",
            ticked(merged(ticked.disable(), ticked.enable(LAPTOP)))));
  }

  private static String conflict(MVRegister<String> register) {
    return text(register.values()) + "; the latest is " + register.latest().get();
  }

  private static String ticked(EWFlag flag) {
    return flag.isEnabled() ? "ticked" : "not ticked";
  }

  private static List<String> maps() {
    LWWMap<String, String> settings = LWWMap.<String, String>empty().put(PHONE, "theme", "dark");
    ORMap<String, Task> tasks =
        ORMap.<String, Task>empty()
            .update(PHONE, "1", Task.EMPTY, (task, me) -> task.titled(me, "tea"));
    Player player = Player.EMPTY;
    Player named = new Player(player.name().assign(PHONE, "Ann"), player.points());
    Player scored = new Player(player.name(), player.points().increment(LAPTOP, 3));
    return List.of(
        row(
            "values by name, of which the last one counts: settings",
            "`LWWMap`",
            "puts theme at 12:00",
            "removes theme at 12:01",
            text(
                merged(settings.put(PHONE, "theme", "light"), settings.remove(LAPTOP, "theme"))
                    .keys())),
        row(
            "rows by id: tasks, contacts; maps in maps",
            "`ORMap` of a `CausalRecord`",
            "removes the row that says tea",
            "ticks it",
            shown(
                merged(
                        tasks.remove("1"),
                        tasks.update(LAPTOP, "1", Task.EMPTY, (task, me) -> task.ticked(me)))
                    .get("1")
                    .get())),
        row(
            "several of these side by side",
            "`CrdtRecord`",
            "assigns the name Ann",
            "adds 3 points",
            shown(merged(named, scored))));
  }

  private static String shown(Task task) {
    return "the row, " + ticked(task.done()) + ", which says " + text(task.title().values());
  }

  private static String shown(Player player) {
    return player.name().value().get() + ", " + player.points().value() + " points";
  }
}
