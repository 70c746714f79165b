package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CausalRecordTest {

  /** A record within a record, and a map within that. */
  record Board(Todo pinned, ORMap<String, Todo> todos) implements CausalRecord<Board> {}

  private final ORMap<String, Todo> tea =
      ORMap.<String, Todo>empty()
          .update(ANN, "t", Todo.EMPTY, (todo, me) -> todo.titled(me, "tea").voted(me, 2));

  @Test
  void concurrentEditsOfDifferentComponentsAreAllKept() {
    ORMap<String, Todo> done = tea.update(ANN, "t", Todo.EMPTY, Todo::finished);
    ORMap<String, Todo> tagged =
        tea.update(BEN, "t", Todo.EMPTY, (todo, me) -> todo.tagged(me, "red").voted(me, 1));

    ORMap<String, Todo> merged = done.merge(tagged);

    assertThat(merged)
        .hasToString("ORMap{t=Todo[title=tea, done=true, tags=[red], votes=3]}{A: 1-3, B: 1-2}");
    assertThat(tagged.merge(done)).isEqualTo(merged);
  }

  @Test
  void aRemoveOfARowResetsExactlyWhatItSaw() {
    ORMap<String, Todo> tagged =
        tea.update(BEN, "t", Todo.EMPTY, (todo, me) -> todo.tagged(me, "red"));

    ORMap<String, Todo> merged = tea.remove("t").merge(tagged);

    Todo left = merged.get("t").get();
    assertThat(left.tags().elements()).containsExactly("red");
    assertThat(left.title().isEmpty()).isTrue();
    assertThat(left.votes().value()).isZero();
  }

  @Test
  void recordsNestInRecordsAndHoldMaps() {
    Board empty = CrdtRecord.empty(Board.class);
    ORMap<String, Board> boards =
        ORMap.<String, Board>empty()
            .update(
                ANN,
                "home",
                empty,
                (board, me) ->
                    new Board(
                        board.pinned().titled(me, "sleep"),
                        board
                            .todos()
                            .update(me, "t", Todo.EMPTY, (todo, author) -> todo.finished(author))
                            .update(me, "u", Todo.EMPTY, (todo, author) -> todo.voted(author, 1))));

    assertThat(boards)
        .hasToString(
            "ORMap{home=Board[pinned=Todo[title=sleep, done=false, tags=[], votes=0],"
                + " todos={t=Todo[title=[], done=true, tags=[], votes=0],"
                + " u=Todo[title=[], done=false, tags=[], votes=1]}]}{A: 1-3}");
    assertThat(boards.remove("home").merge(boards)).isEmpty();
    assertThat(ORMap.<String, Board>empty().merge(boards.deltaSince(ORMap.empty())))
        .isEqualTo(boards);
  }

  @Test
  void aRecordOutsideOfAMapMergesLikeAnyOther() {
    Todo ann = Todo.EMPTY.titled(ANN, "tea").tagged(ANN, "red");
    Todo ben = Todo.EMPTY.tagged(BEN, "blue");

    assertThat(ann.merge(ben).tags().elements()).containsExactly("blue", "red");
    assertThat(ann.merge(Todo.EMPTY)).isSameAs(ann);
    assertThat(ann.merge(ben).deltaSince(ann)).isEqualTo(ben);
  }

  @Test
  void aLocalRecordIsAValue() {
    record Light(EWFlag on) implements CausalRecord<Light> {}

    ORMap<String, Light> lights =
        ORMap.<String, Light>empty()
            .update(
                ANN, "hall", new Light(EWFlag.empty()), (it, me) -> new Light(it.on().enable(me)));

    assertThat(lights).hasToString("ORMap{hall=Light[on=true]}{A: 1}");
    assertThat(lights.get("hall").get().on().isEnabled()).isTrue();
  }

  @Test
  void aComponentThatIsNotCausalIsNamedWithWhatToUseInstead() {
    record Note(LWWRegister<String> text) implements CausalRecord<Note> {}
    record Score(ORSet<String> who, PNCounter points) implements CausalRecord<Score> {}
    record Seen(VersionVector seen) implements CausalRecord<Seen> {}
    record Any(Causal<?> any) implements CausalRecord<Any> {}

    assertRefused(
        new Note(LWWRegister.empty()),
        "component text of Note must be causal, was LWWRegister:"
            + " use an MVRegister, whose latest() is the last value");
    assertRefused(
        new Score(ORSet.empty(), PNCounter.empty()),
        "component points of Score must be causal, was PNCounter: use a CausalCounter");
    String all = "an ORSet, an MVRegister, an EWFlag, a CausalCounter, an ORMap or a CausalRecord";
    assertRefused(
        new Seen(VersionVector.empty()),
        "component seen of Seen must be causal, was VersionVector: use " + all);
    assertRefused(
        new Any(EWFlag.empty()), "component any of Any must be causal, was Causal: use " + all);
  }

  private static <R extends Record & CausalRecord<R>> void assertRefused(R row, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ORMap.<String, R>empty().update(ANN, "k", row, (it, me) -> it))
        .withMessage(message);
  }
}
