package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rejoin.crdt.GSet;
import io.vavr.collection.Set;
import java.io.IOException;
import java.util.List;

/**
 * {@code "elements":["eggs","milk"]}, in the order in which the set hands them out: a set that is
 * its own copy, since iteration goes by hash code and, where those collide, by what came first.
 */
final class GSetFormat implements Format<GSet<Object>> {

  private static final String NAME = "GSet";
  private static final String ELEMENTS = "elements";
  private static final List<String> FIELDS = List.of(TYPE, FORMAT, ELEMENTS);

  @Override
  public List<String> fields(GSet<Object> value) {
    return FIELDS;
  }

  @Override
  public GSet<Object> empty() {
    return GSet.empty();
  }

  @Override
  public void write(GSet<Object> value, JsonGenerator out, Contents contents) throws IOException {
    Format.writeHeader(NAME, out);
    out.writeFieldName(ELEMENTS);
    Set<Object> elements = value.elements();
    out.writeStartArray(elements, elements.size());
    for (Object element : elements) {
      contents.write(element);
    }
    out.writeEndArray();
  }

  @Override
  public GSet<Object> read(FormatReader in) throws IOException {
    in.header(NAME);
    in.field(ELEMENTS);
    ContentOrder order = new ContentOrder("elements", in);
    GSet<Object> value = GSet.empty();
    in.beginArray("elements");
    while (in.more()) {
      Object element = order.next(in.content());
      GSet<Object> before = value;
      value = in.built(() -> before.add(element));
      if (value == before) {
        throw in.refused("an element must be given once, but this one was given before");
      }
    }
    in.endObject();
    return value;
  }
}
