package dev.rejoin.crdt.json.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.sync.Outcome;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Five devices that edit one document over a bad network, from one seed. Two of one version must
 * have one state at every step, and all must have all edits in the end.
 */
final class Simulation {

  private static final int DEVICES = 5;
  private static final int HERMIT = DEVICES - 1; // offline nine tenths of the time
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);

  private final Random random;
  private final Network network;
  private final List<Station> stations = new ArrayList<>();
  private final Map<Version, Board> seen = new HashMap<>();
  private int sameVersions;
  private int restarts;
  private int missing;

  Simulation(long seed, Path folder) {
    this.random = new Random(seed);
    this.network = new Network(DEVICES, random);
    for (int i = 0; i < DEVICES; i++) {
      Path own = folder.resolve("device" + i);
      stations.add(new Station(own, CLOCK, new Random(random.nextLong())));
    }
  }

  /** Runs all of it, with that many edits. */
  void run(int edits) throws IOException {
    for (int edit = 0; edit < edits; edit++) {
      change(edit, edits);
      int editor = random.nextInt(DEVICES);
      stations.get(editor).replica().update((board, me) -> board.edited(me, random));
      check(editor);
      if (random.nextInt(2) == 0) {
        send(random.nextInt(DEVICES), random.nextInt(DEVICES));
      }
      deliver();
    }
    settle();
    checkEnd(edits);
  }

  /** Changes what is connected with what, and restarts a device now and then. */
  private void change(int edit, int edits) {
    int tenth = Math.max(1, edits / 100);
    if (edit % tenth == 0) {
      if (edit / tenth % 10 == 9) {
        network.bringBack();
      } else {
        network.takeOffline(HERMIT);
      }
    }
    switch (random.nextInt(500)) {
      case 0 -> network.part();
      case 1 -> {
        int device = random.nextInt(DEVICES);
        stations.get(device).restart();
        restarts++;
        check(device);
      }
      default -> {}
    }
  }

  private void send(int from, int to) throws IOException {
    if (from != to && network.canReach(from, to)) {
      network.send(from, to, stations.get(from).messageTo(to));
    }
  }

  private void deliver() throws IOException {
    for (Network.Packet packet : network.tick()) {
      String answer = stations.get(packet.to()).receive(packet.from(), packet.text());
      check(packet.to());
      if (!answer.isEmpty()) {
        missing++;
        network.send(packet.to(), packet.from(), answer);
      }
    }
  }

  /** One version stands for one state, wherever and whenever it is met. */
  private void check(int device) {
    Replica<Board> replica = stations.get(device).replica();
    Board before = seen.putIfAbsent(replica.version(), replica.state());
    if (before != null) {
      sameVersions++;
      assertThat(replica.state()).as("at version %s", replica.version()).isEqualTo(before);
    }
  }

  /** Heals the network and lets each ask its neighbour, twice round. */
  private void settle() {
    network.heal();
    for (int i = 0; i < 2 * DEVICES; i++) {
      Replica<Board> from = stations.get(i % DEVICES).replica();
      Replica<Board> to = stations.get((i + 1) % DEVICES).replica();
      assertThat(to.merge(from.changesSince(to.version()))).isIn(Outcome.APPLIED, Outcome.KNOWN);
      check((i + 1) % DEVICES);
    }
  }

  private void checkEnd(int edits) {
    Replica<Board> first = stations.get(0).replica();
    for (Station station : stations) {
      assertThat(station.replica().version()).isEqualTo(first.version());
      assertThat(station.replica().state()).isEqualTo(first.state());
    }
    assertThat(first.state().score().value()).isEqualTo(edits);
  }

  /** Lets go of the journals. */
  void close() {
    stations.forEach(Station::close);
  }

  /** Checks that it was as bad as it was meant to be. */
  void checkHardship() {
    assertThat(network.shareOfFaults()).isBetween(0.25, 0.35);
    assertThat(restarts).isPositive();
    assertThat(missing).isPositive();
    assertThat(sameVersions).isPositive();
    assertThat(seen.size()).isGreaterThan(1000);
  }
}
