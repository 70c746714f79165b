package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads from a parser of Jackson, and makes its errors. */
final class JacksonSource implements Source {

  private final JsonParser parser;
  private final DeserializationContext context;
  private final TypeReaders types;

  /** Takes what reads the insides of what is read. */
  JacksonSource(JsonParser parser, DeserializationContext context, TypeReaders types) {
    this.parser = parser;
    this.context = context;
    this.types = types;
  }

  @Override
  public Token token() {
    return switch (parser.currentTokenId()) {
      case JsonTokenId.ID_START_OBJECT -> Token.START_OBJECT;
      case JsonTokenId.ID_FIELD_NAME -> Token.FIELD;
      case JsonTokenId.ID_END_OBJECT -> Token.END_OBJECT;
      case JsonTokenId.ID_START_ARRAY -> Token.START_ARRAY;
      case JsonTokenId.ID_END_ARRAY -> Token.END_ARRAY;
      case JsonTokenId.ID_STRING -> Token.TEXT;
      case JsonTokenId.ID_NUMBER_INT -> Token.INTEGER;
      case JsonTokenId.ID_TRUE -> Token.TRUE;
      default -> Token.OTHER;
    };
  }

  @Override
  public void advance() throws IOException {
    parser.nextToken();
  }

  @Override
  public String name() throws IOException {
    return parser.currentName();
  }

  @Override
  public String text() throws IOException {
    return parser.getText();
  }

  @Override
  public long integer() throws IOException {
    if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        || parser.getBigIntegerValue().bitLength() < Long.SIZE) {
      return parser.getLongValue();
    }
    return parser.getBigIntegerValue().signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  @Override
  public boolean isNegativeZero() throws IOException {
    return parser.getTextLength() > 1 && parser.getText().startsWith("-");
  }

  @Override
  public String excerpt() throws IOException {
    return excerpt(parser);
  }

  /** Returns what a parser stands at, as in {@code "text"}, {@code 1.5} or {@code an object}. */
  static String excerpt(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "the end of the input";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case END_OBJECT -> "the end of the object";
      case START_ARRAY -> "an array";
      case END_ARRAY -> "the end of the array";
      case FIELD_NAME, VALUE_STRING -> Excerpt.quoted(parser.getText());
      case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "something else";
      default -> Excerpt.escaped(parser.getText());
    };
  }

  @Override
  public Class<?> type() {
    return types.type().getRawClass();
  }

  @Override
  public Source nested(int parameter) {
    return new JacksonSource(parser, context, types.nested(parameter));
  }

  @Override
  public Object content(int parameter, FormatPath path) throws IOException {
    try {
      return types.content(parameter).read(parser, context);
    } catch (JsonMappingException e) {
      throw located(e, path);
    } catch (RuntimeException e) {
      throw refusal(e, path);
    }
  }

  @Override
  public @Nullable Object absent(int parameter, FormatPath path) throws IOException {
    try {
      return types.content(parameter).absent(context);
    } catch (JsonMappingException e) {
      throw located(e, path);
    }
  }

  @Override
  public String nameOfType(int parameter) {
    return types.content(parameter).type().toCanonical();
  }

  @Override
  public IOException refusal(String reason, FormatPath path) {
    return located(new RefusedInputException(parser, reason), path);
  }

  @Override
  public IOException refusal(RuntimeException cause, FormatPath path) {
    return located(new RefusedInputException(parser, cause), path);
  }

  /** Puts a path before the one that an error has already. */
  private static JsonMappingException located(JsonMappingException e, FormatPath path) {
    List<Object> steps = path.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      e.prependPath(
          steps.get(i) instanceof Integer index
              ? new Reference(path.root(), index)
              : new Reference(path.root(), (String) steps.get(i)));
    }
    return e;
  }
}
