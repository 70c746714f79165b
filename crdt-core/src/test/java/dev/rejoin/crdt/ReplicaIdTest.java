package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReplicaIdTest {

  @Test
  void nullIsRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> ReplicaId.of(missing()))
        .withMessage("replica id");
  }

  @Test
  void emptyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReplicaId.of(""))
        .withMessage("replica id must have 1 to 64 characters, had 0");
  }

  @Test
  void moreThan64CharactersAreRefused() {
    assertThat(ReplicaId.of("x".repeat(64)).value()).hasSize(64);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReplicaId.of("x".repeat(65)))
        .withMessage("replica id must have 1 to 64 characters, had 65");
  }

  @Test
  void loneSurrogatesAreRefusedAndPairsAreNot() {
    assertThat(ReplicaId.of("\uD83D\uDEB2").value()).isEqualTo("\uD83D\uDEB2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReplicaId.of("a\uD83D"))
        .withMessage("replica id must not hold a lone surrogate, had U+D83D at index 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReplicaId.of("\uDEB2\uD83D"))
        .withMessage("replica id must not hold a lone surrogate, had U+DEB2 at index 0");
  }

  @Test
  void randomIdsComeFromTheirSeedWhereOneIsGiven() {
    ReplicaId id = ReplicaId.random(new Random(1));

    assertThat(id).isEqualTo(ReplicaId.random(new Random(1)));
    assertThat(id).isNotEqualTo(ReplicaId.random(new Random(2)));
    assertThat(id.value()).matches("[A-Za-z0-9_-]{22}");
    assertThatNullPointerException().isThrownBy(() -> ReplicaId.random(missing()));
  }

  @Test
  void idsAreOrderedByCodeUnits() {
    Stream<ReplicaId> ids = Stream.of("b", "\uD83D\uDEB2", "a", "ab", "\uFF5E").map(ReplicaId::of);

    assertThat(ids.sorted().map(ReplicaId::value))
        .containsExactly("a", "ab", "b", "\uD83D\uDEB2", "\uFF5E");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars('\0', 'a', 'b', '\u00FE', '\u00FF', '\uFF5E')
        .ofMinLength(1)
        .ofMaxLength(9);
  }

  @Property
  void anyTwoIdsCompareAsTheirTexts(@ForAll("texts") String text, @ForAll("texts") String other) {
    ReplicaId id = ReplicaId.of(text);

    for (String second : List.of(other, text, text + other, text.charAt(0) + other)) {
      ReplicaId secondId = ReplicaId.of(second);
      assertThat(Integer.signum(id.compareTo(secondId)))
          .isEqualTo(Integer.signum(text.compareTo(second)));
      assertThat(id.equals(secondId)).isEqualTo(text.equals(second));
    }
    assertThat(id).hasSameHashCodeAs(ReplicaId.of(new String(text))).isNotEqualTo(text);
  }

  @Test
  void randomIdsHold128BitsAndDiffer() {
    assertThat(Stream.generate(ReplicaId::random).limit(100).map(ReplicaId::value))
        .doesNotHaveDuplicates()
        .allMatch(value -> value.matches("[A-Za-z0-9_-]{22}"));
  }
}
