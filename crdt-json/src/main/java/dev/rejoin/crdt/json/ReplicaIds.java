package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;

/** A replica id is a string, as a value and as the key of a map. */
final class ReplicaIds {

  private ReplicaIds() {}

  private static ReplicaId checked(String value, JsonParser parser) throws RefusedInputException {
    try {
      return ReplicaId.of(value);
    } catch (IllegalArgumentException e) {
      throw new RefusedInputException(parser, e);
    }
  }

  /** Writes an id that is a value. */
  static final class ValueWriter extends StdScalarSerializer<ReplicaId> {

    private static final long serialVersionUID = 1L;

    ValueWriter() {
      super(ReplicaId.class);
    }

    @Override
    public void serialize(ReplicaId id, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      FormatSerializer.combined(out, () -> out.writeString(id.value()));
    }
  }

  /** Reads an id that is a value. */
  static final class ValueReader extends StdScalarDeserializer<ReplicaId> {

    private static final long serialVersionUID = 1L;

    ValueReader() {
      super(ReplicaId.class);
    }

    @Override
    public ReplicaId deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        throw new RefusedInputException(
            parser, "replica id must be a string, was " + JacksonSource.excerpt(parser));
      }
      return checked(parser.getText(), parser);
    }
  }

  /** Writes an id that is a key. */
  static final class KeyWriter extends JsonSerializer<ReplicaId> {

    @Override
    public void serialize(ReplicaId id, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      FormatSerializer.combined(out, () -> out.writeFieldName(id.value()));
    }
  }

  /** Reads an id that is a key. */
  static final class KeyReader extends KeyDeserializer {

    @Override
    public ReplicaId deserializeKey(String key, DeserializationContext context) throws IOException {
      return checked(key, context.getParser());
    }
  }
}
