package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.dot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ORMapBuilderTest {

  private final ORMap<String, Todo> todos =
      ORMap.<String, Todo>empty()
          .update(ANN, "z", Todo.EMPTY, (todo, me) -> todo.titled(me, "tea").voted(me, 2))
          .update(BEN, "y", Todo.EMPTY, (todo, me) -> todo.tagged(me, "red"))
          .update(ANN, "z", Todo.EMPTY, (todo, me) -> todo.finished(me));

  private static Todo read(Todo todo, LiveDots dots) {
    MVRegister.Builder<String> title = MVRegister.builderUnder(dots);
    todo.title().forEachLive(title::live);
    EWFlag.Builder done = EWFlag.builderUnder(dots);
    todo.done().forEachLive(done::live);
    ORSet.Builder<String> tags = ORSet.builderUnder(dots);
    todo.tags().forEachLive(tags::live);
    CausalCounter.Builder votes = CausalCounter.builderUnder(dots);
    todo.votes().forEachLive(votes::live);
    return new Todo(title.build(), done.build(), tags.build(), votes.build());
  }

  @Test
  void aStateTakenApartIsPutTogetherAgain() {
    ORMap.Builder<String, Todo> builder = ORMap.builder(todos.context());

    todos.forEachLive((key, todo) -> builder.live(key, read(todo, builder.dots())));

    assertThat(builder.build()).isEqualTo(todos);
    assertThat(ORMap.builder(CausalContext.empty()).build()).isSameAs(ORMap.empty());
  }

  @Test
  void keysComeInTheOrderOfTheirLeastDots() {
    List<String> keys = new ArrayList<>();

    todos.forEachLive((key, todo) -> keys.add(key));

    assertThat(keys).containsExactly("z", "y");
  }

  @Test
  void partsThatHaveSeenNothingMayBeMissing() {
    LiveDots dots = LiveDots.under(CausalContext.of(dot(A, 1)));
    Todo todo =
        new Todo(
            MVRegister.empty(),
            EWFlag.builderUnder(dots).live(dot(A, 1)).build(),
            ORSet.empty(),
            CausalCounter.empty());

    assertThat(ORMap.<String, Todo>builderUnder(dots).live("t", todo).build())
        .hasToString("ORMap{t=Todo[title=[], done=true, tags=[], votes=0]}{A: 1}");
  }

  @Test
  void aDotAtTwoPlacesIsRefusedHoweverFarApart() {
    LiveDots dots = LiveDots.under(CausalContext.of(dot(A, 1)));
    EWFlag.builderUnder(dots).live(dot(A, 1)).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ORSet.<String>builderUnder(dots).live("x", List.of(dot(A, 1))))
        .withMessage("a dot must live at one place only, but A:1 does at two");
  }

  @Test
  void aValueThatWasReadBesideTheMapIsRefused() {
    CausalContext seen = CausalContext.of(dot(A, 1));
    EWFlag beside = EWFlag.builder(seen).live(dot(A, 1)).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ORMap.<String, EWFlag>builder(seen).live("k", beside))
        .withMessage("value of key k must be read under the live dots of the map");
  }

  @Test
  void aKeyWithoutADotIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ORMap.<String, EWFlag>builder(todos.context()).live("k", EWFlag.empty()))
        .withMessage("a key must have a live dot below it, but k has none");
  }

  @Test
  void aKeyGivenTwiceIsRefused() {
    LiveDots dots = LiveDots.under(todos.context());
    ORMap.Builder<String, EWFlag> builder =
        ORMap.<String, EWFlag>builderUnder(dots)
            .live("k", EWFlag.builderUnder(dots).live(dot(A, 1)).build())
            .live("k", EWFlag.builderUnder(dots).live(dot(A, 2)).build());

    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage("a key must be given once, but k was given twice");
  }
}
