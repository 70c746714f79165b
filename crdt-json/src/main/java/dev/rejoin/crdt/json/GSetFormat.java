package dev.rejoin.crdt.json;

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

  @Override
  public List<Field> fields(GSet<Object> value) {
    return Format.crdt(NAME, List.of(new Field(ELEMENTS, out -> write(value.elements(), out))));
  }

  private static void write(Set<Object> elements, Sink out) throws IOException {
    out.startArray(elements.size());
    for (Object element : elements) {
      out.content(element);
    }
    out.endArray();
  }

  @Override
  public GSet<Object> empty() {
    return GSet.empty();
  }

  @Override
  public GSet<Object> read(FormatReader in) throws IOException {
    in.header(NAME);
    in.field(ELEMENTS);
    ContentOrder order = new ContentOrder("elements", in);
    Collisions collisions = Collisions.ofKeys(in);
    GSet<Object> value = GSet.empty();
    in.beginArray("elements");
    while (in.more()) {
      Object element = collisions.next(order.next(in.content()));
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
