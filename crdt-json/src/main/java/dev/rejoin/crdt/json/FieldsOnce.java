package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object, no field of which may be there twice: where Jackson reads records, the last one
 * would win without a word, and the others would be lost.
 */
final class FieldsOnce extends JsonParserDelegate {

  private final Class<?> record;
  private final Set<String> fields = new HashSet<>();
  private int depth = 1;

  /** Takes a parser that has opened the object, or stands at the first field of it. */
  FieldsOnce(JsonParser parser, Class<?> record) throws IOException {
    super(parser);
    this.record = record;
    note(parser.currentToken());
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    JsonToken token = delegate.nextToken();
    if (token != null) {
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      note(token);
    }
    return token;
  }

  @Override
  public @Nullable JsonToken nextValue() throws IOException {
    JsonToken token = nextToken();
    return token == JsonToken.FIELD_NAME ? nextToken() : token;
  }

  @Override
  public JsonParser skipChildren() throws IOException {
    if (delegate.currentToken().isStructStart()) {
      delegate.skipChildren();
      depth--;
    }
    return this;
  }

  private void note(@Nullable JsonToken token) throws IOException {
    if (token == JsonToken.FIELD_NAME && depth == 1 && !fields.add(delegate.currentName())) {
      RefusedInputException refusal =
          new RefusedInputException(
              delegate, "a component must be given once, but this one was given before");
      refusal.prependPath(record, delegate.currentName());
      throw refusal;
    }
  }
}
