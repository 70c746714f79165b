package dev.rejoin.crdt.example;

import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.sync.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Carries text between devices, and counts its bytes. */
final class Network {

  private final List<Device> devices;
  private final Set<String> offline = new TreeSet<>();
  private final Traffic traffic = new Traffic();
  private final Consumer<Arrival> witness;

  /**
   * Makes a network of those devices, all of them online; it tells the witness who hears from whom.
   */
  Network(Collection<Device> devices, Consumer<Arrival> witness) {
    this.devices = List.copyOf(devices);
    this.witness = witness;
  }

  Traffic traffic() {
    return traffic;
  }

  boolean isOnline(Device device) {
    return !offline.contains(device.name());
  }

  List<Device> offline() {
    return devices.stream().filter(device -> !isOnline(device)).toList();
  }

  void cutOff(Device device) {
    offline.add(device.name());
  }

  void bringBack(Device device) {
    offline.remove(device.name());
    spread(device);
  }

  /** Lets a device exchange with all that are online, unless it is offline itself. */
  void spread(Device source) {
    if (isOnline(source)) {
      for (Device other : devices) {
        if (other != source && isOnline(other)) {
          exchange(source, other);
        }
      }
    }
  }

  /** Lets two devices answer each other until each knows that the other lacks nothing. */
  void exchange(Device one, Device other) {
    Device from = one;
    Device to = other;
    while (haveNews(from, to)) {
      carry(from, to);
      Device answering = to;
      to = from;
      from = answering;
    }
  }

  private static boolean haveNews(Device one, Device other) {
    return one.hasNewsFor(other.name()) || other.hasNewsFor(one.name());
  }

  private void carry(Device from, Device to) {
    ORMap<String, Item> before = to.document();
    String text = from.messageTo(to.name());
    traffic.count(text, from.wholeMessage());
    if (to.receive(from.name(), text) != Outcome.MISSING) {
      witness.accept(new Arrival(from.name(), from.document(), to.name(), before));
    }
  }

  /** Lets all devices that are online exchange until none has news for another. */
  void settle() {
    List<Device> online = devices.stream().filter(this::isOnline).toList();
    boolean news = true;
    while (news) {
      List<Device> done = new ArrayList<>();
      news = false;
      for (Device one : online) {
        for (Device other : done) {
          if (haveNews(one, other)) {
            exchange(one, other);
            news = true;
          }
        }
        done.add(one);
      }
    }
  }
}
