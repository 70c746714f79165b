package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.dot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.sync.Version;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code merge} tells by identity whether anything changed, in every type of the package. */
class NothingAddedTest {

  /**
   * States of one type, each built twice along separate paths so that nothing is shared.
   *
   * @param less a state
   * @param more a state above it
   * @param equalToMore a state equal to that
   */
  private record Sample<S extends Crdt<S>>(S empty, S less, S more, S equalToMore) {

    void check() {
      assertThat(more.merge(less)).isSameAs(more);
      assertThat(more.merge(empty)).isSameAs(more);
      assertThat(more.merge(more)).isSameAs(more);
      assertThat(more.merge(equalToMore)).isSameAs(more);
      assertThat(more.merge(more.deltaSince(less))).isSameAs(more);
      assertThat(empty.merge(empty)).isSameAs(empty);
      assertThat(less.merge(more)).isSameAs(more);
      assertThat(empty.merge(more)).isSameAs(more);
      assertThat(less.deltaSince(more)).isEqualTo(empty);
      assertThat(more.deltaSince(empty)).isSameAs(more);
      assertThat(less.compare(more)).isEqualTo(CausalOrder.BEFORE);
      assertThat(more.compare(less)).isEqualTo(CausalOrder.AFTER);
      assertThat(less.isAtMost(more)).isTrue();
      assertThat(more.isAtMost(less)).isFalse();
      assertThat(more).isEqualTo(equalToMore).hasSameHashCodeAs(equalToMore);
      assertThat(less.merge(more.deltaSince(less))).isEqualTo(more).isNotEqualTo(less);
    }
  }

  static Stream<Sample<?>> samples() {
    return Stream.of(
        new Sample<>(
            VersionVector.empty(),
            VersionVector.empty().increment(ANN),
            VersionVector.empty().increment(ANN).increment(BEN),
            VersionVector.empty().increment(BEN).increment(ANN)),
        new Sample<>(
            CausalContext.empty(),
            CausalContext.of(dot(Replicas.A, 2)),
            CausalContext.of(dot(Replicas.A, 2), dot(Replicas.B, 1)),
            CausalContext.of(dot(Replicas.B, 1), dot(Replicas.A, 2))),
        new Sample<>(
            GCounter.empty(),
            GCounter.empty().increment(ANN, 2),
            GCounter.empty().increment(ANN, 2).increment(BEN),
            GCounter.empty().increment(BEN).increment(ANN, 2)),
        new Sample<>(
            PNCounter.empty(),
            PNCounter.empty().increment(ANN, 2),
            PNCounter.empty().increment(ANN, 2).decrement(BEN),
            PNCounter.empty().decrement(BEN).increment(ANN, 2)),
        new Sample<>(
            ORSet.<String>empty(),
            ORSet.<String>empty().add(ANN, "milk"),
            ORSet.<String>empty().add(ANN, "milk").add(ANN, "eggs").remove("milk"),
            ORSet.<String>empty().add(ANN, "jam").add(ANN, "eggs").remove("jam")),
        new Sample<>(
            ResettableCounter.empty(),
            ResettableCounter.empty().increment(ANN, 2).decrement(BEN),
            ResettableCounter.empty().increment(ANN, 2).decrement(BEN).reset().increment(BEN),
            ResettableCounter.empty().decrement(BEN).increment(ANN, 2).reset().increment(BEN)),
        new Sample<>(
            GSet.<String>empty(),
            GSet.<String>empty().add("milk"),
            GSet.<String>empty().add("milk").add("eggs"),
            GSet.<String>empty().add("eggs").add("milk")),
        new Sample<>(
            LWWMap.<String, Integer>empty(),
            LWWMap.of(List.of(entry("milk", 1, 1))),
            LWWMap.of(List.of(entry("milk", 2), entry("eggs", 1, 6))),
            LWWMap.of(List.of(entry("eggs", 1, 6), entry("milk", 2)))),
        new Sample<>(
            Version.empty(),
            Version.of(Map.of(Replicas.A, new Version.Entry(2, 7))),
            both(new Version.Entry(2, 8)),
            both(new Version.Entry(2, 8))),
        new Sample<>(
            EWFlag.empty(),
            EWFlag.empty().enable(ANN),
            EWFlag.empty().enable(ANN).disable(),
            EWFlag.empty().enable(ANN).disable().disable()),
        new Sample<>(
            MVRegister.<String>empty(),
            MVRegister.<String>empty().assign(Replicas.at(Replicas.A, Replicas.NOON), "tea"),
            replaced("milk"),
            replaced("milk")),
        new Sample<>(
            CausalCounter.empty(),
            CausalCounter.empty().increment(ANN, 2),
            CausalCounter.empty().increment(ANN, 2).decrement(BEN),
            CausalCounter.empty().decrement(BEN).increment(ANN, 2)),
        new Sample<>(
            ORMap.<String, ORSet<String>>empty(),
            added(ORMap.empty(), ANN, "k"),
            added(added(ORMap.empty(), ANN, "k"), BEN, "l"),
            added(added(ORMap.empty(), BEN, "l"), ANN, "k")),
        new Sample<>(
            LWWRegister.<String>empty(),
            LWWRegister.of(Replicas.stamp(1, Replicas.A), Set.of("milk")),
            LWWRegister.of(Replicas.stamp(1, Replicas.A), Set.of("milk", "eggs")),
            LWWRegister.of(Replicas.stamp(1, Replicas.A), new TreeSet<>(Set.of("eggs", "milk")))));
  }

  private static Version both(Version.Entry entry) {
    return Version.of(Map.of(Replicas.A, entry, Replicas.B, entry));
  }

  private static LWWMap.Entry<String, Integer> entry(String key, long millis, Integer... values) {
    return new LWWMap.Entry<>(key, Replicas.stamp(millis, Replicas.A), List.of(values));
  }

  private static ORMap<String, ORSet<String>> added(
      ORMap<String, ORSet<String>> map, Author me, String key) {
    return map.update(me, key, ORSet.empty(), (set, author) -> set.add(author, "x"));
  }

  private static MVRegister<String> replaced(String value) {
    Author ann = Replicas.at(Replicas.A, Replicas.NOON);
    return MVRegister.<String>empty().assign(ann, "tea").assign(ann, value);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void mergeReturnsTheSameObjectWhenNothingIsAdded(Sample<?> sample) {
    sample.check();
  }

  @Test
  void noTypeIsMissing() throws Exception {
    Set<Class<?>> sampled =
        samples().<Class<?>>map(sample -> sample.empty().getClass()).collect(Collectors.toSet());

    assertThat(sampled).isEqualTo(types());
  }

  /** Returns all classes of the core that implement {@link Crdt}. */
  private static Set<Class<?>> types() throws IOException, URISyntaxException {
    Path root = Path.of(Crdt.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.equals("module-info.class"))
          .map(name -> name.replace(".class", "").replace(root.getFileSystem().getSeparator(), "."))
          .<Class<?>>map(NothingAddedTest::load)
          .filter(type -> Crdt.class.isAssignableFrom(type) && !type.isInterface())
          .collect(Collectors.toSet());
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
