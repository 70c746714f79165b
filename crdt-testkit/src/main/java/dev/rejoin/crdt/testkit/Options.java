package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.ReplicaId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a subject may say beyond its functions.
 *
 * @param <S> the type of the states
 * @param restarts whether replicas may be restarted
 * @param restores whether replicas may be restored from old states
 */
record Options<S>(
    @Nullable Meaning meaning,
    @Nullable Codec<S> codec,
    @Nullable Function<ReplicaId, S> starts,
    boolean restarts,
    boolean restores) {

  static <S> Options<S> none() {
    return new Options<>(null, null, null, false, false);
  }

  Options<S> withMeaning(Meaning given) {
    return new Options<>(given, codec, starts, restarts, restores);
  }

  Options<S> withCodec(Codec<S> given) {
    return new Options<>(meaning, given, starts, restarts, restores);
  }

  Options<S> withStarts(Function<ReplicaId, S> given) {
    return new Options<>(meaning, codec, given, restarts, restores);
  }

  Options<S> withRestarts() {
    return new Options<>(meaning, codec, starts, true, restores);
  }

  Options<S> withRestores() {
    return new Options<>(meaning, codec, starts, restarts, true);
  }
}
