package dev.rejoin.crdt.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where {@link FormatReader} reads from: tokens one by one, and what is inside of a CRDT as its own
 * type is read. The current token is the next one to read.
 *
 * <p>An interface, though {@link JacksonSource} is all there is of it, so that formats name no
 * class of the one generation of Jackson, and can be bound to another that has them in other
 * packages and does not check its exceptions.
 */
interface Source {

  /** What formats are made of. */
  enum Token {
    /** Begins an object. */
    START_OBJECT,
    /** The name of a field. */
    FIELD,
    /** Ends an object. */
    END_OBJECT,
    /** Begins an array. */
    START_ARRAY,
    /** Ends an array. */
    END_ARRAY,
    /** A string. */
    TEXT,
    /** A number without fraction and exponent. */
    INTEGER,
    /** True. */
    TRUE,
    /** What is in no format, the end of the input too. */
    OTHER
  }

  Token token();

  /** Goes on to the next token. */
  void advance() throws IOException;

  /** Returns the name of the current field. */
  String name() throws IOException;

  /** Returns the current text. */
  String text() throws IOException;

  /** Returns the current integer, or the {@code long} that is nearest to it. */
  long integer() throws IOException;

  /** Returns whether the current integer, which is zero, has a minus sign. */
  boolean isNegativeZero() throws IOException;

  /** Returns what an error says of the current token. */
  String excerpt() throws IOException;

  /** Returns the class whose insides are read. */
  Class<?> type();

  /** Returns this source for the insides of what is of the type parameter of that number. */
  Source nested(int parameter);

  /**
   * Reads what is of the type parameter of that number, up to its last token.
   *
   * @param path where that is, for errors
   */
  Object content(int parameter, FormatPath path) throws IOException;

  /**
   * Returns what stands for a content that is missing, or null if nothing does.
   *
   * @param path where that is, for errors
   */
  @Nullable Object absent(int parameter, FormatPath path) throws IOException;

  /** Returns the name of the type parameter of that number, for errors. */
  String nameOfType(int parameter);

  /** Returns the error that the input at that path is refused, or throws it if it is unchecked. */
  IOException refusal(String reason, FormatPath path);

  /** Returns, or throws, the error that values at that path are refused by themselves. */
  IOException refusal(RuntimeException cause, FormatPath path);
}
