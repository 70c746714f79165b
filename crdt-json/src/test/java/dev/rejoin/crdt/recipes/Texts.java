package dev.rejoin.crdt.recipes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.json.CrdtModule;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Version;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What travels, as JSON. What arrives may come from anybody, and may be half of it. */
final class Texts {

  private static final TypeReference<Changes<ORSet<String>>> CHANGES = new TypeReference<>() {};
  private static final TypeReference<Version> VERSION = new TypeReference<>() {};

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new CrdtModule())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Texts() {}

  static byte[] of(Object changesOrVersion) throws IOException {
    return MAPPER.writeValueAsBytes(changesOrVersion);
  }

  static Changes<ORSet<String>> changes(byte[] text) throws IOException {
    return read(text, CHANGES);
  }

  static Version version(byte[] text) throws IOException {
    return read(text, VERSION);
  }

  private static <T> T read(byte[] text, TypeReference<T> type) throws IOException {
    @Nullable T value = MAPPER.readValue(text, type);
    if (value == null) {
      throw new IOException("text must hold a value, was null");
    }
    return value;
  }
}
