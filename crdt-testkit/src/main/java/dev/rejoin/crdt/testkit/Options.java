package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a subject may say beyond its functions.
 *
 * @param <S> the type of the states
 * @param restarts whether replicas may be restarted
 * @param restores whether replicas may be restored from old states
 * @param refusals what an edit throws that is not possible
 * @param silenced the laws that are not to be checked, each with the reason; never changed
 */
record Options<S>(
    @Nullable Meaning meaning,
    @Nullable Codec<S> codec,
    @Nullable Function<ReplicaId, S> starts,
    boolean restarts,
    boolean restores,
    List<Class<? extends RuntimeException>> refusals,
    Map<Law, String> silenced) {

  static <S> Options<S> none() {
    return new Options<>(null, null, null, false, false, List.of(), Map.of());
  }

  Options<S> withMeaning(Meaning given) {
    return new Options<>(given, codec, starts, restarts, restores, refusals, silenced);
  }

  Options<S> withCodec(Codec<S> given) {
    return new Options<>(meaning, given, starts, restarts, restores, refusals, silenced);
  }

  Options<S> withStarts(Function<ReplicaId, S> given) {
    return new Options<>(meaning, codec, given, restarts, restores, refusals, silenced);
  }

  Options<S> withRestarts() {
    return new Options<>(meaning, codec, starts, true, restores, refusals, silenced);
  }

  Options<S> withRestores() {
    return new Options<>(meaning, codec, starts, restarts, true, refusals, silenced);
  }

  Options<S> withRefusals(Class<? extends RuntimeException> given) {
    List<Class<? extends RuntimeException>> more = new ArrayList<>(refusals);
    more.add(given);
    return new Options<>(meaning, codec, starts, restarts, restores, List.copyOf(more), silenced);
  }

  /**
   * Leaves a law out.
   *
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if {@code reason} is blank, or the law was left out already
   */
  Options<S> without(Law law, String reason) {
    Objects.requireNonNull(law, "law");
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "reason to leave out law %s must not be blank, was \"%s\"".formatted(law, reason));
    }
    String given = silenced.get(law);
    if (given != null) {
      throw new IllegalArgumentException(
          "each law must be left out once, but %s was left out already: %s".formatted(law, given));
    }
    Map<Law, String> more = new EnumMap<>(Law.class);
    more.putAll(silenced);
    more.put(law, reason);
    Map<Law, String> kept = Collections.unmodifiableMap(more);
    return new Options<>(meaning, codec, starts, restarts, restores, refusals, kept);
  }

  /** Returns whether an edit that failed for that cause was not possible, and all is well. */
  boolean refusesBy(@Nullable Throwable cause) {
    return refusals.stream().anyMatch(refusal -> refusal.isInstance(cause));
  }
}
