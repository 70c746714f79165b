package dev.rejoin.crdt.sync;

import static dev.rejoin.crdt.sync.Devices.add;
import static dev.rejoin.crdt.sync.Devices.device;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is refused, each time with nothing changed. */
class ReplicaMisuseTest {

  private final Replica<ORSet<String>> phone = device("phone");

  @AfterEach
  void nothingHasChangedAndNothingIsStuck() {
    assertThat(phone.version().isEmpty()).isTrue();
    assertThat(phone.state().isEmpty()).isTrue();
    add(phone, "milk");
    assertThat(phone.version()).hasToString("{phone=1}");
  }

  @Test
  void theAuthorServesOneUpdateOnly() {
    List<Author> kept = new ArrayList<>();
    phone.update(
        (set, me) -> {
          kept.add(me);
          return set;
        });

    assertThatIllegalStateException()
        .isThrownBy(() -> phone.state().add(kept.get(0), "tea"))
        .withMessage(
            "author of an update by phone must not be used once the update has ended;"
                + " edit within update");
    assertThatIllegalStateException().isThrownBy(() -> kept.get(0).stamp());
  }

  @Test
  void theAuthorServesOneThreadOnly() {
    assertThatThrownBy(
            () ->
                phone.update(
                    (set, me) ->
                        CompletableFuture.supplyAsync(() -> set.add(me, "tea"), anotherThread())
                            .join()))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "author of an update by phone must be used by the thread that updates");
  }

  private static Executor anotherThread() {
    return task -> new Thread(task, "another").start();
  }

  @Test
  void anUpdateWithinAnUpdateIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                phone.update(
                    (set, me) -> {
                      add(phone, "tea");
                      return set.add(me, "eggs");
                    }))
        .withMessage("replica phone must not be changed from within an update of itself");
  }

  @Test
  void aMergeOrACloseWithinAnUpdateIsRefused() {
    Replica<ORSet<String>> laptop = device("laptop");
    add(laptop, "tea");

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                phone.update(
                    (set, me) -> {
                      phone.merge(laptop.snapshot());
                      return set;
                    }));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                phone.update(
                    (set, me) -> {
                      phone.close();
                      return set;
                    }));
  }

  @Test
  void anEditThatThrowsChangesNothing() {
    assertThatThrownBy(
            () ->
                phone.update(
                    (set, me) -> {
                      throw new UnsupportedOperationException(set.add(me, "tea").toString());
                    }))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  /** Its dot would be the one that stands for milk already, and both would be lost. */
  @Test
  void aStateThatDoesNotFollowIsRefused() {
    Replica<ORSet<String>> laptop = device("laptop");
    add(laptop, "milk");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> laptop.update((set, me) -> ORSet.<String>empty().add(me, "tea")))
        .withMessage(
            "an update must return what follows from the state handed to it, but"
                + " ORSet[tea]{laptop: 1} does not include ORSet[milk]{laptop: 1}");
    assertThat(laptop.state().elements()).containsExactly("milk");
  }

  @Test
  @SuppressWarnings("NullAway") // that is what is tested
  void nullIsRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> phone.update((set, me) -> null))
        .withMessage("edited state");
    assertThatNullPointerException().isThrownBy(() -> phone.update(null)).withMessage("edit");
    assertThatNullPointerException().isThrownBy(() -> phone.merge(null)).withMessage("changes");
    assertThatNullPointerException()
        .isThrownBy(() -> phone.changesSince(null))
        .withMessage("version");
    assertThatNullPointerException().isThrownBy(() -> phone.listen(null)).withMessage("listener");
  }

  @Test
  void aClosedReplicaIsReadOnly() {
    Replica<ORSet<String>> laptop = device("laptop");
    add(laptop, "tea");
    laptop.close();
    laptop.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> add(laptop, "eggs"))
        .withMessage("replica laptop is closed");
    assertThatIllegalStateException().isThrownBy(() -> laptop.merge(phone.snapshot()));
    assertThat(laptop.snapshot().delta().elements()).containsExactly("tea");
  }
}
