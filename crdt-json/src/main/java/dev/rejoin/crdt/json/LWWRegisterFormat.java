package dev.rejoin.crdt.json;

import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.LWWRegister;
import io.vavr.collection.Set;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code "timestamp":{...},"values":["tea"]}, or neither field for the empty register. Several
 * values, which are tied under the timestamp, are written in the order in which the register shows
 * them.
 *
 * <p>Values of one class of the JDK with a natural order must be read in that order, too. Any other
 * order hangs on what may change from one build of an application to the next: then every order is
 * accepted, since a peer that has a tie must not be cut off for it.
 */
final class LWWRegisterFormat implements Format<LWWRegister<Object>> {

  private static final String NAME = "LWWRegister";
  private static final String TIMESTAMP = "timestamp";
  private static final String VALUES = "values";

  private final HybridTimestampFormat timestamps = new HybridTimestampFormat();

  @Override
  public List<Field> fields(LWWRegister<Object> value) {
    List<Field> fields = new ArrayList<>();
    for (HybridTimestamp timestamp : value.timestamp()) {
      List<Field> parts = timestamps.fields(timestamp);
      fields.add(
          new Field(
              TIMESTAMP,
              out -> {
                out.startObject(parts.size());
                out.fields(parts);
                out.endObject();
              }));
      fields.add(new Field(VALUES, out -> write(value.tied(), out)));
    }
    return Format.crdt(NAME, fields);
  }

  private static void write(Set<Object> tied, Sink out) throws IOException {
    out.startArray(tied.size());
    for (Object value : tied) {
      out.content(value);
    }
    out.endArray();
  }

  @Override
  public LWWRegister<Object> read(FormatReader in) throws IOException {
    in.header(NAME);
    LWWRegister<Object> value = in.isAtEndOfObject() ? empty() : assigned(in);
    in.endObject();
    return value;
  }

  private LWWRegister<Object> assigned(FormatReader in) throws IOException {
    in.field(TIMESTAMP);
    HybridTimestamp timestamp = timestamps.read(in);
    in.field(VALUES);
    List<Object> values = new ArrayList<>();
    in.beginArray("values");
    Collisions collisions = Collisions.ofTies(in);
    while (in.more()) {
      values.add(collisions.next(in.content()));
    }
    return tied(timestamp, values, in);
  }

  /** Returns the register of values that must stand in its order. */
  static LWWRegister<Object> tied(HybridTimestamp timestamp, List<Object> values, FormatReader in)
      throws IOException {
    LWWRegister<Object> register = in.built(() -> LWWRegister.of(timestamp, values));
    List<Object> ordered = register.tied().toJavaList();
    if (isNaturallyOrdered(values) && !in.built(() -> ordered.equals(values))) {
      throw in.refused(
          "tied values must be in order, %s, but were %s",
          Excerpt.escaped(ordered.toString()), Excerpt.escaped(values.toString()));
    }
    return register;
  }

  private static boolean isNaturallyOrdered(List<Object> values) {
    Class<?> type = values.get(0).getClass();
    return ContentOrder.isOf(type) && values.stream().allMatch(value -> value.getClass() == type);
  }

  @Override
  public LWWRegister<Object> empty() {
    return LWWRegister.empty();
  }
}
