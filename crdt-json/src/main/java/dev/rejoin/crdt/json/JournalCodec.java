package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.control.Option;
import java.io.IOException;

/** Turns lines of a journal into bytes and back, by a copy of an app's mapper that is strict. */
final class JournalCodec<S> {

  private final ObjectWriter writer;
  private final ObjectReader reader;

  /**
   * @throws IllegalArgumentException if what the mapper writes is not JSON that it can read
   */
  JournalCodec(TypeReference<S> type, ObjectMapper mapper) {
    JsonFactory format = mapper.getFactory();
    if (!format.getFormatName().equals(JsonFactory.FORMAT_NAME_JSON)) {
      throw new IllegalArgumentException(
          "mapper must write JSON, but writes " + format.getFormatName());
    }
    ObjectMapper own = mapper.copy().registerModule(new CrdtModule());
    own.getFactory().setStreamReadConstraints(asWideAsWritten(own.getFactory()));
    JavaType line =
        own.getTypeFactory()
            .constructParametricType(JournalLine.class, own.getTypeFactory().constructType(type));
    this.writer =
        own.writerFor(line)
            .with((PrettyPrinter) null)
            .without(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRAP_ROOT_VALUE)
            .withoutRootName();
    this.reader =
        own.readerFor(line)
            .with(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withAttribute(FormatDeserializer.LIMITS, Limits.none())
            .without(DeserializationFeature.UNWRAP_ROOT_VALUE)
            .withoutRootName();
    requireReadBack();
  }

  /** Limits are there for the input of strangers; what was kept must be read whatever its size. */
  private static StreamReadConstraints asWideAsWritten(JsonFactory format) {
    return StreamReadConstraints.builder()
        .maxDocumentLength(-1)
        .maxTokenCount(-1)
        .maxStringLength(Integer.MAX_VALUE)
        .maxNameLength(Integer.MAX_VALUE)
        .maxNumberLength(Integer.MAX_VALUE)
        .maxNestingDepth(format.streamWriteConstraints().getMaxNestingDepth())
        .build();
  }

  private void requireReadBack() {
    JournalLine<S> line =
        new JournalLine.Opened<>(
            ReplicaId.of("replica"), Option.none(), Durability.EACH_UPDATE, Option.none());
    try {
      read(writer.writeValueAsBytes(line));
    } catch (IOException e) {
      throw new IllegalArgumentException("mapper must read what it writes, but did not", e);
    }
  }

  /** Returns the whole line, with its checksum and its end. */
  byte[] line(JournalLine<S> content) throws JsonProcessingException {
    byte[] text = writer.writeValueAsBytes(content);
    for (byte character : text) {
      if (character == '\n') {
        throw new IllegalArgumentException("a state must be written as one line, but is several");
      }
    }
    return JournalScan.line(text);
  }

  JournalLine<S> read(byte[] text) throws IOException {
    JournalLine<S> line = reader.readValue(text);
    if (line == null) {
      throw new IOException("line of a journal must be an object, was null");
    }
    return line;
  }
}
