package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/**
 * Writes by a generator of Jackson.
 *
 * @param types what writes the insides
 * @param out where to
 * @param provider finds serializers
 */
record JacksonSink(TypeWriters types, JsonGenerator out, SerializerProvider provider)
    implements Sink {

  @Override
  public void startObject(int fields) throws IOException {
    out.writeStartObject(null, fields);
  }

  @Override
  public void field(String name) throws IOException {
    out.writeFieldName(name);
  }

  @Override
  public void endObject() throws IOException {
    out.writeEndObject();
  }

  @Override
  public void startArray(int size) throws IOException {
    out.writeStartArray(null, size);
  }

  @Override
  public void endArray() throws IOException {
    out.writeEndArray();
  }

  @Override
  public void text(String value) throws IOException {
    out.writeString(value);
  }

  @Override
  public void number(int value) throws IOException {
    out.writeNumber(value);
  }

  @Override
  public void number(long value) throws IOException {
    out.writeNumber(value);
  }

  @Override
  public void yes() throws IOException {
    out.writeBoolean(true);
  }

  @Override
  public void content(int parameter, Object content) throws IOException {
    types.content(parameter).write(content, out, provider);
  }

  @Override
  public Sink nested(int parameter, Object state) throws IOException {
    return new JacksonSink(types.nested(parameter, state.getClass(), provider), out, provider);
  }
}
