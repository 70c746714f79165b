package dev.rejoin.crdt.sync;

import static dev.rejoin.crdt.sync.Devices.add;
import static dev.rejoin.crdt.sync.Devices.device;
import static dev.rejoin.crdt.sync.Devices.sync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ORSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerTest {

  private final Replica<ORSet<String>> phone = device("phone");
  private final List<String> told = new ArrayList<>();

  @Test
  void isToldOfUpdatesAndMergesButNotOfWhatChangesNothing() {
    Replica<ORSet<String>> laptop = device("laptop");
    add(laptop, "tea");
    phone.listen((before, after) -> told.add(before.elements() + " " + after.elements()));

    add(phone, "milk");
    phone.update((set, me) -> set.remove("eggs"));
    sync(laptop, phone);
    sync(laptop, phone);

    assertThat(told)
        .containsExactly(
            "LinkedHashSet() LinkedHashSet(milk)", "LinkedHashSet(milk) LinkedHashSet(milk, tea)");
  }

  @Test
  void canShowWhatChanged() {
    phone.listen(
        (before, after) ->
            after.changesFrom(before, gone -> told.add("+" + gone), here -> told.add("-" + here)));

    add(phone, "milk");
    phone.update((set, me) -> set.remove("milk").add(me, "tea"));

    assertThat(told).containsExactlyInAnyOrder("+milk", "-milk", "+tea");
  }

  @Test
  void isToldNothingOnceItIsTakenOff() {
    Runnable off = phone.listen((before, after) -> told.add("first " + after.size()));
    phone.listen((before, after) -> told.add("second " + after.size()));
    add(phone, "milk");

    off.run();
    off.run();
    add(phone, "tea");

    assertThat(told).containsExactly("first 1", "second 1", "second 2");
  }

  @Test
  void mayChangeTheReplicaAndIsToldOfThatAfterwards() {
    phone.listen(
        (before, after) -> {
          told.add("begin " + after.size());
          if (after.size() < 3) {
            add(phone, "item " + after.size());
          }
          told.add("end " + after.size());
        });

    add(phone, "milk");

    assertThat(told).containsExactly("begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3");
  }

  @Test
  void mayReadTheReplicaWhichIsAsNewAsWhatItIsTold() {
    phone.listen((before, after) -> told.add(after.isAtMost(phone.state()) + ""));

    add(phone, "milk");

    assertThat(told).containsExactly("true");
  }

  @Test
  void mayFailWithoutHarmToUpdateOrOtherListeners() throws InterruptedException {
    List<Throwable> uncaught = new ArrayList<>();
    phone.listen(
        (before, after) -> {
          throw new IllegalStateException("no screen");
        });
    phone.listen((before, after) -> told.add("told"));
    Thread thread = new Thread(() -> add(phone, "milk"));
    thread.setUncaughtExceptionHandler((where, failure) -> uncaught.add(failure));

    thread.start();
    thread.join();

    assertThat(told).containsExactly("told");
    assertThat(phone.state().contains("milk")).isTrue();
    assertThat(uncaught).singleElement().extracting(Throwable::getMessage).isEqualTo("no screen");
  }
}
