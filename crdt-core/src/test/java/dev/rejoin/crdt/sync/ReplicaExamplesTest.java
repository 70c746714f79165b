package dev.rejoin.crdt.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The examples of the documentation, word for word. */
@ResourceLock(Resources.SYSTEM_OUT)
class ReplicaExamplesTest {

  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(console);
  }

  @Test
  void bothShowTheSame() {
    Replica<ORSet<String>> phone = Replica.of(ReplicaId.random(), ORSet.<String>empty());
    Replica<ORSet<String>> laptop = Replica.of(ReplicaId.random(), ORSet.<String>empty());
    phone.update((list, me) -> list.add(me, "milk"));
    laptop.update((list, me) -> list.add(me, "tea"));

    laptop.merge(phone.changesSince(laptop.version()));
    phone.merge(laptop.changesSince(phone.version()));

    System.out.println(phone.state().elements()); // LinkedHashSet(milk, tea)

    assertThat(printed.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("LinkedHashSet(milk, tea)");
    assertThat(laptop.state()).isEqualTo(phone.state());
  }

  @Test
  void whatChangedIsSent() {
    Replica<ORSet<String>> laptop = Replica.of(ReplicaId.random(), ORSet.<String>empty());

    Replica<ORSet<String>> phone = Replica.of(ReplicaId.random(), ORSet.<String>empty());
    phone.update((list, me) -> list.add(me, "milk"));
    Changes<ORSet<String>> changes = phone.changesSince(laptop.version());
    laptop.merge(changes);

    assertThat(laptop.version()).isEqualTo(phone.version());
  }
}
