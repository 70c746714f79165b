package dev.rejoin.crdt.example;

import dev.rejoin.crdt.ORMap;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Plays a script and has the timeline tell it. */
final class Replay implements AutoCloseable {

  private final Script script;
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final Map<String, DeviceClock> clocks = new LinkedHashMap<>();
  private final Random random = new Random(0); // an app takes none; this makes every run the same
  private final Network network;
  private final Timeline timeline;
  private final Ledger ledger = new Ledger();
  private final Set<Conflict> conflicts = new LinkedHashSet<>();
  private final List<Conflict> untold = new ArrayList<>();
  private Instant now = ScriptTime.start();
  private Timeline.Moment told;
  private boolean stopped;

  /** Makes a replay whose devices keep what they must not lose in folders in that one. */
  Replay(Script script, Page page, Path folder) {
    this.script = script;
    for (String name : script.devices()) {
      DeviceClock clock = new DeviceClock(() -> now);
      clocks.put(name, clock);
      devices.put(name, Device.in(folder.resolve(name), name, clock, random));
    }
    network = new Network(devices.values(), this::arrives);
    timeline = new Timeline(page, devices.keySet());
    told = moment();
  }

  /** Plays the steps, and brings all devices together at the end unless the script said stop. */
  void play() {
    script.steps().forEach(step -> step.playOn(this));
    if (stopped) {
      return;
    }
    if (!network.offline().isEmpty()) {
      say("The script has ended: whoever is offline comes online.");
      network.offline().forEach(device -> goOnline(device.name()));
    }
    network.settle();
  }

  List<Device> devices() {
    return List.copyOf(devices.values());
  }

  Traffic traffic() {
    return network.traffic();
  }

  Set<Conflict> conflicts() {
    return conflicts;
  }

  void at(Instant time) {
    now = time;
  }

  void setClock(String name, Skew skew) {
    DeviceClock clock = Objects.requireNonNull(clocks.get(name));
    clock.set(skew);
    tell(name, "clock is " + skew + ": " + clock.instant());
  }

  void goOffline(String name) {
    network.cutOff(device(name));
    tell(name, "goes offline");
  }

  void goOnline(String name) {
    network.bringBack(device(name));
    tell(name, "comes online");
  }

  void restart(String name) {
    device(name).restart();
    tell(name, "restarts from its journal");
  }

  void sync(String one, String other) {
    network.exchange(device(one), device(other));
    tell(one, "syncs with " + other);
  }

  void meet(String one, String other) {
    network.exchange(device(one), device(other));
    network.spread(device(one));
    network.spread(device(other));
    tell(one, "meets " + other);
  }

  void edit(Step.Edit edit) {
    Device device = device(edit.device());
    ORMap<String, Item> before = device.document();
    device.edit((list, me) -> edit.verb().apply(list, me, edit.item(), edit.argument()));
    ORMap<String, Item> after = device.document();
    if (after != before) {
      ledger.edited(edit, before, after, now);
    }
    Instant clock = Objects.requireNonNull(clocks.get(edit.device())).instant();
    Conflicts.slowClock(edit, clock, before, after, ledger).forEach(this::met);
    network.spread(device);
    boolean looksSame = View.changes(before, after).isEmpty();
    tell(edit.device(), looksSame ? edit + " (looks the same)" : edit.toString());
  }

  void say(String text) {
    timeline.say(now, text);
  }

  void stop() {
    stopped = true;
  }

  @Override
  public void close() {
    devices.values().forEach(Device::close);
  }

  private Device device(String name) {
    return Objects.requireNonNull(devices.get(name), name);
  }

  private void arrives(Arrival arrival) {
    Conflicts.find(arrival, ledger).forEach(this::met);
    ledger.heard(arrival.to(), arrival.from());
  }

  private void met(Conflict conflict) {
    if (conflicts.add(conflict)) {
      untold.add(conflict);
    }
  }

  private void tell(String name, String text) {
    Timeline.Moment moment = moment();
    timeline.step(told, moment, name, text, untold);
    told = moment;
    untold.clear();
  }

  private Timeline.Moment moment() {
    return new Timeline.Moment(
        now,
        devices.values().stream().map(Device::document).toList(),
        network.offline().stream().map(Device::name).toList());
  }
}
