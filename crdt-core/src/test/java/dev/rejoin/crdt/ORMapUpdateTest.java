package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an update of a map refuses; nothing has changed then, since a map never does. */
class ORMapUpdateTest {

  private final ORMap<String, ORSet<String>> map =
      ORMap.<String, ORSet<String>>empty()
          .update(ANN, "a", ORSet.empty(), (set, me) -> set.add(me, "x"))
          .update(ANN, "b", ORSet.empty(), (set, me) -> set.add(me, "y"));

  private ORMap<String, ORSet<String>> update(
      BiFunction<ORSet<String>, Author, ORSet<String>> edit) {
    return map.update(ANN, "a", ORSet.empty(), edit);
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(map).hasToString("ORMap{a=[x], b=[y]}{A: 1-2}");
  }

  @Test
  void theOuterAuthorIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> update((set, me) -> set.add(ANN, "z")))
        .withMessage(
            "an update must edit by the author handed to it and merge nothing in"
                + " (merge whole maps instead), but the value has also seen {A: 3}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> update((set, me) -> set.add(me, "z").add(ANN, "z")))
        .withMessageContaining("{A: 4}");
  }

  @Test
  void aForeignValueMergedInIsRefused() {
    ORSet<String> foreign = ORSet.<String>empty().add(BEN, "z");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> update((set, me) -> set.merge(foreign)))
        .withMessageContaining(
            "merge nothing in (merge whole maps instead), but the value has also seen {B: 1}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> update((set, me) -> foreign.add(me, "z")))
        .withMessage(
            "the author of an update must edit nothing but the value handed out with it,"
                + " but the state has also seen {B: 1}");
  }

  @Test
  void aValueThatHasNotSeenWhatTheMapHasIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> update((set, me) -> ORSet.<String>empty().add(me, "z")))
        .withMessage(
            "an update must edit the value handed to it,"
                + " but returned one that has not seen all of {A: 1-2}");
  }

  @Test
  void theValueOfAnotherKeyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> update((set, me) -> map.get("b").get().add(me, "z")))
        .withMessage("an update must leave edits where they are, but A:2 comes from another place");
  }

  @Test
  void oneEditAtTwoPlacesIsRefused() {
    record Two(EWFlag one, EWFlag other) implements CausalRecord<Two> {}

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ORMap.<String, Two>empty()
                    .update(
                        ANN,
                        "k",
                        new Two(EWFlag.empty(), EWFlag.empty()),
                        (two, me) -> {
                          EWFlag on = two.one().enable(me);
                          return new Two(on, on);
                        }))
        .withMessage("an update must put each edit at one place, but A:1 stands at two");
  }

  @Test
  void anEmptyStateThatIsNotIsRefused() {
    ORSet<String> used = ORSet.<String>empty().add(BEN, "z").remove("z");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> map.update(ANN, "a", used, (set, me) -> set))
        .withMessage(
            "empty state must have seen nothing, was ORSet[]{B: 1};"
                + " hand in the type's own, and edit in the function");
  }

  @Test
  @SuppressWarnings("unchecked") // what only an unchecked cast can do
  void anotherTypeThanTheOneUnderTheKeyIsRefused() {
    ORMap<String, EWFlag> cast = (ORMap<String, EWFlag>) (ORMap<String, ?>) map;
    ORMap<String, EWFlag> flags =
        ORMap.<String, EWFlag>empty().update(BEN, "a", EWFlag.empty(), EWFlag::enable);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> cast.update(ANN, "a", EWFlag.empty(), EWFlag::enable))
        .withMessage(
            "states under one key must be of one type, were EWFlag and ORSet; hold each type in a map of its own");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cast.merge(flags))
        .withMessage(
            "states under one key must be of one type, were ORSet and EWFlag; hold each type in a map of its own");
  }

  @Test
  void theInnerAuthorServesOneUpdate() {
    List<Author> kept = new ArrayList<>();
    update(
        (set, me) -> {
          kept.add(me);
          return set.add(me, "z");
        });

    assertThatIllegalStateException()
        .isThrownBy(() -> ORSet.<String>empty().add(kept.get(0), "late"))
        .withMessage(
            "author of an update by A must not be used once the update has ended;"
                + " edit within update");
    assertThatIllegalStateException().isThrownBy(() -> kept.get(0).stamp());
    assertThatIllegalStateException()
        .isThrownBy(() -> map.update(kept.get(0), "a", ORSet.empty(), (set, me) -> set));
  }

  @Test
  void theInnerAuthorServesOneThread() {
    assertThatThrownBy(
            () -> update((set, me) -> CompletableFuture.supplyAsync(() -> set.add(me, "z")).join()))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must be used by the thread that updates, ");
  }

  @Test
  void theAuthorOfTheUpdateAroundIsRefusedWithin() {
    ORMap<String, ORMap<String, ORSet<String>>> nested = ORMap.empty();

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                nested.update(
                    ANN,
                    "k",
                    ORMap.empty(),
                    (inner, me) ->
                        inner.update(me, "l", ORSet.empty(), (set, author) -> set.add(me, "z"))))
        .withMessage(
            "an update within must use the author handed to it, not author of an update by A");
  }

  @Test
  void aFunctionThatThrowsChangesNothingAndFreesTheAuthor() {
    IllegalStateException thrown = new IllegalStateException("no");
    ORMap<String, ORMap<String, ORSet<String>>> nested = ORMap.empty();

    assertThatThrownBy(
            () ->
                update(
                    (set, me) -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
    ORMap<String, ORMap<String, ORSet<String>>> updated =
        nested.update(
            ANN,
            "k",
            ORMap.empty(),
            (inner, me) -> {
              assertThatThrownBy(
                      () ->
                          inner.update(
                              me,
                              "l",
                              ORSet.empty(),
                              (set, author) -> {
                                set.add(author, "lost");
                                throw thrown;
                              }))
                  .isSameAs(thrown);
              return inner.update(me, "l", ORSet.empty(), (set, author) -> set.add(author, "z"));
            });

    assertThat(updated).hasToString("ORMap{k={l=[z]}}{A: 1-2}");
  }
}
