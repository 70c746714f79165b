package dev.rejoin.crdt.sync;

import static dev.rejoin.crdt.sync.Devices.add;
import static dev.rejoin.crdt.sync.Devices.device;
import static dev.rejoin.crdt.sync.Devices.sync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ORSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Eight threads at once. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReplicaThreadsTest {

  private static final int THREADS = 8;
  private static final int EDITS = 500;

  private final Replica<ORSet<String>> phone = device("phone");

  private interface Work {
    void run(int thread) throws Exception;
  }

  private static void atOnce(Work work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        all.add(
            executor.submit(
                () -> {
                  start.await();
                  work.run(thread);
                  return thread;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void updatesAtOnceKeepEveryEdit() throws Exception {
    atOnce(
        thread -> {
          for (int i = 0; i < EDITS; i++) {
            add(phone, thread + "/" + i);
          }
        });

    assertThat(phone.state().size()).isEqualTo(THREADS * EDITS);
    assertThat(phone.version().updates()).isEqualTo(THREADS * EDITS);
  }

  @Test
  void mergesAtOnceKeepEveryEdit() throws Exception {
    List<Replica<ORSet<String>>> peers =
        IntStream.range(0, THREADS).mapToObj(i -> device("peer" + i)).toList();

    atOnce(
        thread -> {
          for (int i = 0; i < EDITS; i++) {
            add(peers.get(thread), thread + "/" + i);
            add(phone, "own " + thread + "/" + i);
            assertThat(sync(peers.get(thread), phone)).isEqualTo(Outcome.APPLIED);
            assertThat(sync(phone, peers.get(thread))).isIn(Outcome.APPLIED, Outcome.KNOWN);
          }
        });

    assertThat(phone.state().size()).isEqualTo(2 * THREADS * EDITS);
    for (Replica<ORSet<String>> peer : peers) {
      sync(phone, peer);
      assertThat(peer.state()).isEqualTo(phone.state());
      assertThat(peer.version()).isEqualTo(phone.version());
    }
  }

  /** Whoever reads while others write finds a state and a version that belong together. */
  @Test
  void snapshotsAtOnceAreWhole() throws Exception {
    atOnce(
        thread -> {
          for (int i = 0; i < EDITS; i++) {
            if (thread % 2 == 0) {
              add(phone, thread + "/" + i);
            } else {
              Changes<ORSet<String>> all = phone.snapshot();
              assertThat((long) all.delta().size()).isEqualTo(all.version().updates());
            }
          }
        });
  }

  @Test
  void listenersAreToldOfEachChangeOnceAndInOrder() throws Exception {
    List<ORSet<String>> befores = Collections.synchronizedList(new ArrayList<>());
    List<ORSet<String>> afters = Collections.synchronizedList(new ArrayList<>());
    ORSet<String> start = phone.state();
    phone.listen(
        (before, after) -> {
          befores.add(before);
          afters.add(after);
        });

    atOnce(
        thread -> {
          for (int i = 0; i < EDITS; i++) {
            add(phone, thread + "/" + i);
          }
        });

    assertThat(afters).hasSize(THREADS * EDITS).last().isSameAs(phone.state());
    assertThat(befores.get(0)).isSameAs(start);
    for (int i = 1; i < befores.size(); i++) {
      assertThat(befores.get(i)).isSameAs(afters.get(i - 1));
    }
  }
}
