package dev.rejoin.crdt.json.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What carries messages between devices, badly: of every ten one is lost, one comes twice, and one
 * late. Nothing crosses a partition, or comes to or from a device that is offline.
 */
final class Network {

  /**
   * A text on its way.
   *
   * @param due the time at which they come
   */
  record Packet(int from, int to, String text, int due) {}

  private final Random random;
  private final int devices;
  private final List<Packet> onTheWay = new ArrayList<>();
  private int partition; // the devices on one side of it, as bits
  private int offline = -1;
  private int now;
  private int faulty;
  private int sent;

  Network(int devices, Random random) {
    this.devices = devices;
    this.random = random;
  }

  /** Moves on by one, and returns what arrives. */
  List<Packet> tick() {
    now++;
    List<Packet> arrived = onTheWay.stream().filter(packet -> packet.due() <= now).toList();
    onTheWay.removeAll(arrived);
    return arrived.stream().filter(packet -> canReach(packet.from(), packet.to())).toList();
  }

  void part() {
    partition = random.nextInt(1 << devices);
  }

  void heal() {
    partition = 0;
    offline = -1;
  }

  void takeOffline(int device) {
    offline = device;
  }

  void bringBack() {
    offline = -1;
  }

  boolean canReach(int from, int to) {
    return from != offline && to != offline && (partition >> from & 1) == (partition >> to & 1);
  }

  void send(int from, int to, String text) {
    sent++;
    int fault = random.nextInt(10);
    faulty += fault < 3 ? 1 : 0;
    if (fault != 0) {
      int delay = fault == 1 ? 5 + random.nextInt(200) : 1;
      onTheWay.add(new Packet(from, to, text, now + delay));
    }
    if (fault == 2) {
      onTheWay.add(new Packet(from, to, text, now + random.nextInt(100)));
    }
  }

  /** Returns which part of the messages met a fault. */
  double shareOfFaults() {
    return (double) faulty / sent;
  }
}
