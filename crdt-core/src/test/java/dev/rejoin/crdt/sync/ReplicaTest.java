package dev.rejoin.crdt.sync;

import static dev.rejoin.crdt.sync.Devices.add;
import static dev.rejoin.crdt.sync.Devices.device;
import static dev.rejoin.crdt.sync.Devices.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplicaTest {

  private final Replica<ORSet<String>> phone = device("phone");
  private final Replica<ORSet<String>> laptop = device("laptop");

  @Test
  void whatIsEditedHereIsSeenThereAfterASync() {
    add(phone, "milk");
    add(laptop, "tea");

    assertThat(sync(phone, laptop)).isEqualTo(Outcome.APPLIED);
    assertThat(sync(laptop, phone)).isEqualTo(Outcome.APPLIED);

    assertThat(phone.state()).isEqualTo(laptop.state());
    assertThat(phone.version()).isEqualTo(laptop.version()).hasToString("{laptop=1, phone=1}");
    assertThat(phone.changesSince(laptop.version()).isEmpty()).isTrue();
    assertThat(phone).hasToString("Replica phone {laptop=1, phone=1}: " + phone.state());
  }

  @Test
  void anUpdateThatChangesNothingIsNone() {
    add(phone, "milk");
    Version before = phone.version();
    ORSet<String> state = phone.state();

    ORSet<String> after = phone.update((set, me) -> set.remove("tea"));

    assertThat(after).isSameAs(state);
    assertThat(phone.version()).isSameAs(before);
  }

  @Test
  void changesCarryWhatIsLackedAndNoMore() {
    add(phone, "milk");
    sync(phone, laptop);
    add(phone, "eggs");

    Changes<ORSet<String>> changes = phone.changesSince(laptop.version());

    assertThat(changes.delta().elements()).containsExactly("eggs");
    assertThat(changes.since()).isEqualTo(laptop.version());
    assertThat(changes.version()).isEqualTo(phone.version());
  }

  @Test
  void nobodyIsSentItsOwnEditsAgain() {
    add(phone, "milk");
    add(laptop, "tea");
    sync(phone, laptop);

    Changes<ORSet<String>> back = laptop.changesSince(phone.version());

    assertThat(back.delta().elements()).containsExactly("tea");
    assertThat(back.since()).isEqualTo(phone.version());
    assertThat(phone.merge(back)).isEqualTo(Outcome.APPLIED);
    assertThat(phone.state()).isEqualTo(laptop.state());
  }

  @Test
  void norWhatItHadFromOthers() {
    Replica<ORSet<String>> tablet = device("tablet");
    add(laptop, "tea");
    add(tablet, "milk");
    sync(tablet, phone);
    add(phone, "eggs");
    sync(phone, laptop);
    add(phone, "bread");
    sync(phone, laptop);
    add(laptop, "jam");

    assertThat(laptop.changesSince(phone.version()).delta().elements())
        .containsExactly("jam", "tea");
  }

  @Test
  void whoeverHasNothingIsSentAll() {
    add(phone, "milk");
    add(phone, "eggs");

    assertThat(phone.changesSince(Version.empty())).isEqualTo(phone.snapshot());
    assertThat(phone.snapshot().delta()).isSameAs(phone.state());
    assertThat(laptop.merge(phone.snapshot())).isEqualTo(Outcome.APPLIED);
    assertThat(laptop.state()).isEqualTo(phone.state());
  }

  @Test
  void whatIsUpToDateIsSentNothing() {
    add(phone, "milk");
    sync(phone, laptop);

    Changes<ORSet<String>> changes = phone.changesSince(laptop.version());

    assertThat(changes.isEmpty()).isTrue();
    assertThat(changes.delta()).isEqualTo(ORSet.empty());
    assertThat(laptop.merge(changes)).isEqualTo(Outcome.KNOWN);
  }

  @Test
  void changesThatComeTwiceOrLateAreKnown() {
    add(phone, "milk");
    Changes<ORSet<String>> early = phone.snapshot();
    add(phone, "eggs");
    sync(phone, laptop);
    ORSet<String> before = laptop.state();

    assertThat(laptop.merge(early)).isEqualTo(Outcome.KNOWN);
    assertThat(laptop.state()).isSameAs(before);
  }

  @Test
  void changesThatBuildOnWhatIsLackedChangeNothing() {
    add(phone, "milk");
    Version afterMilk = phone.version();
    add(phone, "eggs");

    Outcome outcome = laptop.merge(phone.changesSince(afterMilk));

    assertThat(outcome).isEqualTo(Outcome.MISSING);
    assertThat(laptop.state().isEmpty()).isTrue();
    assertThat(laptop.version().isEmpty()).isTrue();
    assertThat(sync(phone, laptop)).isEqualTo(Outcome.APPLIED);
    assertThat(laptop.state()).isEqualTo(phone.state());
  }

  @Test
  void anUpdateThatShowsNothingNewStillTravels() {
    add(phone, "milk");
    sync(phone, laptop);
    add(phone, "milk"); // lives on under another dot

    assertThat(sync(phone, laptop)).isEqualTo(Outcome.APPLIED);
    laptop.update((set, me) -> set.remove("milk"));
    assertThat(sync(laptop, phone)).isEqualTo(Outcome.APPLIED);
    assertThat(phone.state().isEmpty()).isTrue();
  }

  @Test
  void aStateThatIsNotEmptyIsTheFirstUpdate() {
    ORSet<String> list = ORSet.<String>empty().add(Author.of(ReplicaId.of("before")), "milk");
    Replica<ORSet<String>> started =
        Replica.of(ReplicaId.of("started"), list, Devices.NOON, new Random(1));

    assertThat(started.version().count(ReplicaId.of("started"))).isEqualTo(1);
    assertThat(sync(started, laptop)).isEqualTo(Outcome.APPLIED);
    assertThat(laptop.state()).isEqualTo(list);
  }

  @Test
  void stampsFollowEachOtherThoughTheClockStandsStill() {
    Replica<LWWRegister<String>> name =
        Replica.of(ReplicaId.of("phone"), LWWRegister.empty(), Devices.NOON, new Random(1));

    name.update((register, me) -> register.assign(me, "Ann"));
    name.update((register, me) -> register.assign(me, "Ben"));

    assertThat(name.state().value().get()).isEqualTo("Ben");
    assertThat(name.state().timestamp().get()).hasToString("2026-05-04T12:00:00Z+1@phone");
  }

  /** A type of an app's own: one method, and no delta. */
  private record Names(Set<String> all) implements Crdt<Names> {

    @Override
    public Names merge(Names other) {
      return new Names(all.union(other.all));
    }
  }

  @Test
  void aTypeWithNothingButMergeIsSyncedAsAWhole() {
    Names none = new Names(HashSet.empty());
    Replica<Names> one = Replica.of(ReplicaId.of("one"), none, Devices.NOON, new Random(1));
    Replica<Names> two = Replica.of(ReplicaId.of("two"), none, Devices.NOON, new Random(2));

    one.update((names, me) -> new Names(names.all().add("Ann")));
    one.update((names, me) -> new Names(names.all().add("Ann")));
    two.update((names, me) -> new Names(names.all().add("Ben")));

    assertThat(one.version()).hasToString("{one=1}");
    assertThat(sync(one, two)).isEqualTo(Outcome.APPLIED);
    assertThat(sync(two, one)).isEqualTo(Outcome.APPLIED);
    assertThat(one.state()).isEqualTo(two.state()).isEqualTo(new Names(HashSet.of("Ann", "Ben")));
    assertThat(sync(two, one)).isEqualTo(Outcome.KNOWN);
  }

  @Test
  void changesNeverGoBack() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Changes<>(
                    Devices.version("A", 2, 1), Devices.version("A", 1, 1), ORSet.empty()))
        .withMessage("since must be at most version, {A=1}, was {A=2}");
  }
}
