package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.testkit.Subject;
import java.io.IOException;

/** Sends the states of law tests through JSON and CBOR, one after the other. */
final class Encodings {

  private static final ObjectMapper CBOR = new CBORMapper().registerModule(new CrdtModule());

  private Encodings() {}

  static <S extends Crdt<S>> Subject<S> encoded(Subject<S> subject, TypeReference<S> type) {
    return subject.codec(
        Samples.MAPPER::writeValueAsBytes,
        json -> throughCbor(Samples.MAPPER.readValue(json, type), type));
  }

  private static <S> S throughCbor(S state, TypeReference<S> type) throws IOException {
    return CBOR.readValue(CBOR.writeValueAsBytes(state), type);
  }
}
