package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The first example of README and package documentation, which {@link ExamplesTest} compares. */
class FirstStepsTest {

  @Test
  void twoReplicasDivergeAndMerge() {
    Author phone = Author.of(ReplicaId.of("phone"));
    Author laptop = Author.of(ReplicaId.of("laptop"));
    ORSet<String> list = ORSet.<String>empty().add(phone, "milk").add(phone, "eggs");

    ORSet<String> onPhone = list.remove("milk");
    ORSet<String> onLaptop = list.add(laptop, "milk").add(laptop, "tea");

    ORSet<String> merged = onPhone.merge(onLaptop);
    System.out.println(merged.elements()); // LinkedHashSet(eggs, milk, tea)

    assertThat(merged).isEqualTo(onLaptop.merge(onPhone));
    assertThat(merged.elements()).hasToString("LinkedHashSet(eggs, milk, tea)");
  }

  @Test
  void aPeerIsSentOnlyWhatItLacks() {
    Author phone = Author.of(ReplicaId.of("phone"));
    Author laptop = Author.of(ReplicaId.of("laptop"));
    ORSet<String> acknowledged = ORSet.<String>empty().add(phone, "milk").add(laptop, "eggs");
    ORSet<String> now = acknowledged.add(phone, "tea").remove("eggs");

    ORSet<String> delta = now.deltaSince(acknowledged);
    ORSet<String> onLaptop = acknowledged.merge(delta);

    assertThat(delta).hasToString("ORSet[tea]{laptop: 1, phone: 2}");
    assertThat(onLaptop).isEqualTo(now);
  }

  @Test
  void aUserInterfaceIsToldWhatCameAndWent() {
    Author phone = Author.of(ReplicaId.of("phone"));
    ORSet<String> shown = ORSet.<String>empty().add(phone, "milk").add(phone, "eggs");
    ORSet<String> delta = shown.add(phone, "tea").remove("eggs").deltaSince(shown);
    Set<String> rows = new TreeSet<>(Set.of("eggs", "milk"));

    ORSet<String> merged = shown.merge(delta);
    merged.changesFrom(shown, rows::add, rows::remove);

    assertThat(rows).containsExactly("milk", "tea");
  }
}
