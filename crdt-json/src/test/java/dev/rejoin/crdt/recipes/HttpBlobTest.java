package dev.rejoin.crdt.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpBlobTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Replica<ORSet<String>> phone = Sets.replica("phone");
  private final Replica<ORSet<String>> laptop = Sets.replica("laptop");

  @SuppressWarnings("NullAway.Init")
  private BlobStore store;

  @BeforeEach
  void start() throws IOException {
    store = new BlobStore();
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private HttpBlob sideOf(Replica<ORSet<String>> replica) {
    return new HttpBlob(http, store.address(), replica);
  }

  @Test
  void whatOnePutsAnotherGets() throws Exception {
    Sets.add(phone, "milk");
    Sets.add(laptop, "tea");

    sideOf(phone).sync();
    sideOf(laptop).sync();
    sideOf(phone).sync();

    Sets.assertAllAlike(List.of(phone, laptop), List.of("milk", "tea"));
    assertThat(store.refused()).isZero();
  }

  @Test
  void writersAtTheSameTimeLoseNothing() throws Exception {
    List<Replica<ORSet<String>>> replicas = Sets.NAMES.stream().map(Sets::replica).toList();
    List<String> added = new ArrayList<>();
    List<Callable<Integer>> writers = new ArrayList<>();
    for (Replica<ORSet<String>> replica : replicas) {
      writers.add(() -> write(replica));
      for (int i = 0; i < 20; i++) {
        added.add(replica.id() + " " + i);
      }
    }

    ExecutorService threads = Executors.newFixedThreadPool(writers.size());
    try {
      for (Future<Integer> writer : threads.invokeAll(writers)) {
        assertThat(writer.get()).isEqualTo(20);
      }
    } finally {
      threads.shutdownNow();
    }
    for (Replica<ORSet<String>> replica : replicas) {
      sideOf(replica).sync();
    }

    Sets.assertAllAlike(replicas, added);
  }

  private int write(Replica<ORSet<String>> replica) throws IOException, InterruptedException {
    int written = 0;
    while (written < 20) {
      Sets.add(replica, replica.id() + " " + written++);
      sideOf(replica).sync();
    }
    return written;
  }

  @Test
  void whoIsRefusedMergesAndTriesAgain() throws Exception {
    Sets.add(phone, "milk");
    Sets.add(laptop, "tea");
    HttpBlob other = sideOf(laptop);
    Runnable deaf =
        phone.listen(
            (before, after) -> {
              if (before.contains("soap") != after.contains("soap")) {
                sync(other); // between GET and PUT of the phone
              }
            });
    Replica<ORSet<String>> watch = Sets.replica("watch");
    Sets.add(watch, "soap");
    sideOf(watch).sync();

    sideOf(phone).sync();
    deaf.run();
    other.sync();

    assertThat(store.refused()).isEqualTo(1);
    Sets.assertAllAlike(List.of(phone, laptop), List.of("milk", "soap", "tea"));
  }

  private static void sync(HttpBlob side) {
    try {
      side.sync();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void twoUnderOneIdPartBeforeOneIsPutInPlaceOfTheOther() throws Exception {
    Replica<ORSet<String>> copy = Sets.replica("phone", 99);
    Sets.add(phone, "milk");
    Sets.add(copy, "milk");
    sideOf(phone).sync();

    sideOf(copy).sync();
    Sets.add(copy, "tea");
    sideOf(copy).sync();
    sideOf(phone).sync();

    assertThat(copy.id()).isNotEqualTo(phone.id());
    assertThat(phone.state().elements()).containsExactly("milk", "tea");
  }

  @Test
  void whatCannotBeReadIsNotOverwritten() {
    store.put("[1, 2]".getBytes(StandardCharsets.UTF_8));
    Sets.add(phone, "milk");

    assertThatThrownBy(() -> sideOf(phone).sync()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> sideOf(laptop).sync()).isInstanceOf(IOException.class);
    assertThat(phone.state().elements()).containsExactly("milk");
  }

  @Test
  void anotherStatusIsNoAnswer() {
    HttpBlob nowhere = new HttpBlob(http, store.address().resolve("/nowhere"), phone);

    Sets.add(phone, "milk");

    assertThatThrownBy(nowhere::sync)
        .isInstanceOf(IOException.class)
        .hasMessage("status must be 204 or 412, was 404");
  }
}
