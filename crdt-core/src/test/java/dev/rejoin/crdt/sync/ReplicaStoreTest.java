package dev.rejoin.crdt.sync;

import static dev.rejoin.crdt.sync.Devices.add;
import static dev.rejoin.crdt.sync.Devices.device;
import static dev.rejoin.crdt.sync.Devices.open;
import static dev.rejoin.crdt.sync.Devices.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplicaStoreTest {

  private final MemoryStore<ORSet<String>> store = new MemoryStore<>();

  @Test
  void whatWasKeptIsThereAgain() {
    Replica<ORSet<String>> phone = open(store, ORSet.empty());
    Replica<ORSet<String>> laptop = device("laptop");
    add(phone, "milk");
    add(laptop, "tea");
    sync(laptop, phone);

    phone.close();
    Replica<ORSet<String>> again = open(store, ORSet.empty());

    assertThat(store.closed).isEqualTo(1);
    assertThat(again.id()).isEqualTo(phone.id());
    assertThat(again.state()).isEqualTo(phone.state());
    assertThat(again.version()).isEqualTo(phone.version());
    Version afterMilk = store.kept.get(0).version();
    assertThat(again.changesSince(afterMilk).delta().elements()).containsExactly("tea");
  }

  @Test
  void eachChangeIsKeptBeforeItCanBeSeen() {
    Replica<ORSet<String>> phone = open(store, ORSet.empty());
    store.onAppend =
        changes -> {
          assertThat(phone.state().contains("milk")).isFalse();
          assertThat(changes.delta().elements()).containsExactly("milk");
          assertThat(changes.since()).isEqualTo(phone.version());
        };

    add(phone, "milk");

    assertThat(store.kept).hasSize(1);
  }

  @Test
  void nothingHasHappenedIfTheStoreFails() {
    Replica<ORSet<String>> phone = open(store, ORSet.empty());
    add(phone, "milk");
    Version before = phone.version();
    phone.listen((was, is) -> assertThat(is.contains("eggs")).isTrue());
    store.onAppend =
        changes -> {
          throw new UnsupportedOperationException("disk full");
        };

    assertThatThrownBy(() -> add(phone, "tea")).hasMessage("disk full");
    assertThatThrownBy(() -> phone.merge(anotherDevice().snapshot())).hasMessage("disk full");

    assertThat(phone.version()).isSameAs(before);
    assertThat(phone.state().elements()).containsExactly("milk");
    store.onAppend = changes -> {};
    add(phone, "eggs");
    assertThat(open(store, ORSet.empty()).state()).isEqualTo(phone.state());
  }

  private static Replica<ORSet<String>> anotherDevice() {
    Replica<ORSet<String>> laptop = device("laptop");
    add(laptop, "bread");
    return laptop;
  }

  @Test
  void theClockGoesOnWhereItStoodAlsoUnderAFreshId() {
    Replica<ORSet<String>> phone = open(store, ORSet.empty());
    phone.update(
        (set, me) -> {
          assertThat(me.stamp().counter()).isZero();
          return set.add(me, "milk");
        });
    store.keepsId = false;

    Replica<ORSet<String>> again = open(store, ORSet.empty());

    assertThat(again.id()).isEqualTo(phone.id()); // drawn from the same seed
    again.update(
        (set, me) -> {
          assertThat(me.stamp().counter()).isEqualTo(1);
          return set;
        });
  }

  @Test
  void aFreshIdIsTakenWhereTheOldOneIsNotProven() {
    Replica<ORSet<String>> phone = open(store, ORSet.empty());
    add(phone, "milk");
    store.keepsId = false;

    Replica<ORSet<String>> again = Replica.open(store, ORSet.empty(), Devices.NOON, new Random(8));
    add(again, "tea");

    assertThat(again.id()).isNotEqualTo(phone.id());
    assertThat(again.version().count(phone.id())).isEqualTo(1);
    assertThat(again.version().count(again.id())).isEqualTo(1);
    assertThat(again.changesSince(phone.version()).delta().elements()).containsExactly("tea");
  }

  @Test
  void aBulkyStoreIsReplacedByWhatLeadsHere() {
    Replica<ORSet<String>> phone = open(store, ORSet.empty());
    for (int i = 0; i < 1000; i++) {
      int number = i;
      phone.update((set, me) -> set.remove("item " + (number - 1)).add(me, "item " + number));
    }
    Version recent = phone.version();
    add(phone, "milk");
    store.isBulky = true;

    add(phone, "tea");

    assertThat(store.kept.size()).isLessThan(25);
    Replica<ORSet<String>> again = open(store, ORSet.empty());
    assertThat(again.state()).isEqualTo(phone.state());
    assertThat(again.version()).isEqualTo(phone.version());
    assertThat(again.changesSince(recent).delta().elements()).contains("milk", "tea");
    assertThat(again.changesSince(recent).since().isEmpty()).isFalse();
  }

  @Test
  void aFreshIdReplacesWhatIsKept() {
    Replica<ORSet<String>> phone = open(store, ORSet.empty());
    add(phone, "milk");
    Replica<ORSet<String>> copy = device(phone.id().value(), 9);
    add(copy, "tea");
    add(copy, "eggs");

    assertThat(phone.merge(copy.snapshot())).isEqualTo(Outcome.NEW_ID);

    Replica<ORSet<String>> again = open(store, ORSet.empty());
    assertThat(again.id()).isEqualTo(phone.id());
    assertThat(again.version()).isEqualTo(phone.version());
    assertThat(again.changesSince(copy.version())).isEqualTo(again.snapshot());
  }

  @Test
  void theFirstStateIsKeptOnceAndNotPutBack() {
    ORSet<String> list = ORSet.<String>empty().add(Author.of(ReplicaId.of("before")), "milk");
    Replica<ORSet<String>> phone = open(store, list);
    phone.update((set, me) -> set.remove("milk"));

    Replica<ORSet<String>> again = open(store, list);

    assertThat(again.state().isEmpty()).isTrue();
    assertThat(again.version().updates()).isEqualTo(2);
  }

  @Test
  void whatDoesNotFollowIsRefusedAndTheStoreIsClosed() {
    store.kept.addAll(
        List.of(
            new Changes<>(
                Devices.version("A", 1, 1), Devices.version("A", 2, 1), ORSet.<String>empty())));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(store, ORSet.empty()))
        .withMessage("stored changes must build on those before them, {}, were since {A=1}");
    assertThat(store.closed).isEqualTo(1);
  }

  @Test
  void aStoreThatCannotBeClosedEitherSaysBoth() {
    store.onClose =
        () -> {
          throw new UnsupportedOperationException("nor closed");
        };
    store.opening =
        () -> {
          throw new UnsupportedOperationException("cannot be read");
        };

    assertThatThrownBy(() -> open(store, ORSet.empty()))
        .hasMessage("cannot be read")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("nor closed"));
  }
}
