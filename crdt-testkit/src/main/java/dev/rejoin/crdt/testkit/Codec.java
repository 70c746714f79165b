package dev.rejoin.crdt.testkit;

import io.vavr.CheckedFunction1;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Function;

/**
 * How states are written and read.
 *
 * @param <S> the type of the states
 */
record Codec<S>(Function<S, Encoded> encode, Function<Encoded, S> decode) {

  /** What a state was written as; equal if the contents are, in arrays too. */
  record Encoded(Object content) {

    /** Returns how long it is, in bytes or characters, or how many values it holds. */
    int size() {
      if (content instanceof byte[] bytes) {
        return bytes.length;
      }
      return content instanceof CharSequence text
          ? text.length()
          : Fingerprint.of("encoded", content).size();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Encoded that && Objects.deepEquals(content, that.content);
    }

    @Override
    public int hashCode() {
      return Arrays.deepHashCode(new Object[] {content});
    }

    @Override
    public String toString() {
      return content instanceof byte[] bytes ? text(bytes) : Report.text(content);
    }

    private static String text(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.chars().anyMatch(c -> c < ' ' || c == '\uFFFD')
          ? HexFormat.of().formatHex(bytes)
          : text;
    }
  }

  @SuppressWarnings("unchecked") // what is decoded is what was encoded
  static <S, T> Codec<S> of(
      CheckedFunction1<? super S, ? extends T> encode,
      CheckedFunction1<? super T, ? extends S> decode) {
    return new Codec<>(
        state -> new Encoded(Objects.requireNonNull(answer(encode, state), "encode gave null")),
        encoded ->
            Objects.requireNonNull(answer(decode, (T) encoded.content()), "decode gave null"));
  }

  private static <A, B> B answer(CheckedFunction1<? super A, ? extends B> function, A argument) {
    try {
      return function.apply(argument);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e.toString(), e);
    }
  }
}
