package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Causal;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.ORMap;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * {@code [["shopping",[[0,"milk",3]]],["work",[[1,"mail",2]]]]}: every key with the body of its
 * value. Entries ascend by the least dots below them, which is an order of its own, whatever the
 * keys are.
 */
final class MapBody implements Body<ORMap<Object, ?>> {

  /** The type parameter of keys. */
  static final int KEY = 0;

  /** The type parameter of values. */
  static final int VALUE = 1;

  private static final String ENTRY = "entry of a map";

  @Override
  public boolean isLive(ORMap<Object, ?> map) {
    return !map.isEmpty();
  }

  @Override
  public void write(ORMap<Object, ?> map, CausalWriter out) throws IOException {
    out.out().startArray(map.size());
    writeEntries(map, out);
    out.out().endArray();
  }

  private static <V extends Causal<V>> void writeEntries(ORMap<Object, V> map, CausalWriter out) {
    map.forEachLive(
        CausalWriter.unchecked(
            (key, value) -> {
              out.out().startArray(2);
              out.out().content(KEY, key);
              out.nested(VALUE, value);
              out.out().endArray();
            }));
  }

  @Override
  public ORMap<Object, ?> read(CausalReader in) throws IOException {
    return MapBody.<EWFlag>entries(in); // one type is as good as another: it is checked by its body
  }

  private static <V extends Causal<V>> ORMap<Object, V> entries(CausalReader in)
      throws IOException {
    ORMap.Builder<Object, V> map = ORMap.builderUnder(in.dots());
    Distinct keys = new Distinct(in.in());
    @Nullable Dot previous = null;
    in.in().beginArray("entries of a map");
    while (in.in().more()) {
      in.in().beginArray(ENTRY);
      in.in().next(ENTRY, "its key");
      Object key = keys.next(in.content(KEY));
      in.in().next(ENTRY, "its value");
      CausalReader below = in.nested(VALUE);
      Object value = below.state();
      in.in().endArray(ENTRY);
      previous = following(previous, below.least(), in);
      in.met(below);
      in.built(() -> map.live(key, MapBody.<V>own(value)));
    }
    return in.built(map::build);
  }

  /** Returns the least dot below a key, which must come after that below the key before. */
  private static Dot following(@Nullable Dot previous, @Nullable Dot least, CausalReader in)
      throws IOException {
    if (least == null) {
      throw in.in().refused("a key must have a live dot below it, but this one has none");
    }
    if (previous != null && least.compareTo(previous) < 0) {
      throw in.in()
          .refused("entries must ascend by their least dots, but %s follows %s", least, previous);
    }
    return least;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as read says
  private static <V> V own(Object value) {
    return (V) value;
  }
}
