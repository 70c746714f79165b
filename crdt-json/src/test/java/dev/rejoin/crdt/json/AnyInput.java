package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.sync.Changes;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** What reading any bytes must come to: a refusal, or a state that is as good as any other. */
final class AnyInput {

  private AnyInput() {}

  /**
   * Returns what the bytes are read as, or nothing if they are refused.
   *
   * @throws AssertionError if that is no state of which all holds that holds of others
   * @throws IOException if they are refused by other means than a {@code JsonProcessingException},
   *     or than Jackson's own for what is no character in UTF-32
   */
  static Optional<Object> read(ObjectMapper mapper, byte[] input, JavaType type, Object other)
      throws IOException {
    Object state;
    try {
      state = mapper.readValue(input, type);
    } catch (JsonProcessingException | CharConversionException e) {
      return Optional.empty();
    }
    if (state == null) {
      return Optional.empty(); // as changes and atoms may be
    }
    assertIsWrittenAsOneText(mapper, state, type);
    if (state instanceof Crdt<?>) {
      assertMerges(state, other);
    } else if (state instanceof Changes<?> changes) {
      assertMerges(changes.delta(), ((Changes<?>) other).delta());
    }
    return Optional.of(state);
  }

  private static void assertIsWrittenAsOneText(ObjectMapper mapper, Object state, JavaType type)
      throws IOException {
    byte[] written = mapper.writerFor(type).writeValueAsBytes(state);
    Object again = mapper.readValue(written, type);

    check(state.equals(again) && state.hashCode() == again.hashCode(), "is read back", state);
    check(
        Arrays.equals(mapper.writerFor(type).writeValueAsBytes(again), written),
        "has one text",
        state);
  }

  @SuppressWarnings("unchecked") // both are of one type
  private static <S extends Crdt<S>> void assertMerges(Object state, Object other) {
    S mine = (S) state;
    S theirs = (S) other;
    S merged = mine.merge(theirs);

    check(mine.merge(mine).equals(mine), "is idempotent", state);
    if (LivePlaces.areAlike(mine, theirs)) {
      check(merged.merge(mine).equals(merged), "absorbs", state);
      check(mine.isAtMost(merged), "is at most the merge", state);
      check(theirs.merge(mine).equals(merged), "commutes", state);
      check(theirs.isAtMost(merged), "is at least the other", state);
      check(theirs.merge(merged.deltaSince(theirs)).equals(merged), "follows by delta", state);
    }
  }

  private static void check(boolean holds, String law, Object state) {
    if (!holds) {
      throw new AssertionError("a state that was read must be one that " + law + ", was " + state);
    }
  }
}
