package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.RecordShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"done":[0,4],"title":[[0,3,1767225600000,0,"tea"]]}}: the bodies of the components in
 * which a dot lives, in the order of their names, so that neither a component that is new nor
 * another order of them changes what is written.
 */
final class RecordBody implements Body<Object> {

  private static final ClassValue<RecordBody> BODIES =
      new ClassValue<>() {
        @Override
        protected RecordBody computeValue(Class<?> type) {
          return new RecordBody(shape(type));
        }
      };

  private final RecordShape<Object> shape;
  private final List<Integer> byName;
  private final List<Crdt<?>> empties; // of the components, to save looking for them row by row

  private RecordBody(RecordShape<Object> shape) {
    this.shape = shape;
    this.byName =
        IntStream.range(0, shape.size()).boxed().sorted(Comparator.comparing(shape::name)).toList();
    this.empties = new ArrayList<>();
    for (int component = 0; component < shape.size(); component++) {
      empties.add(shape.empty(component).get()); // every causal type has one
    }
  }

  static RecordBody of(Class<?> type) {
    return BODIES.get(type);
  }

  /** Returns the shape of a class that is a record of causal states. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // the shape of a class takes its instances
  static RecordShape<Object> shape(Class<?> type) {
    return RecordShape.of((Class) type);
  }

  private Crdt<?> part(Object row, int component) {
    return shape.component(row, component);
  }

  private static boolean isLivePart(Object part) {
    return Body.of(part.getClass()).isLive(part);
  }

  @Override
  public boolean isLive(Object row) {
    return byName.stream().anyMatch(component -> isLivePart(part(row, component)));
  }

  @Override
  public void write(Object row, CausalWriter out) throws IOException {
    List<Integer> live =
        byName.stream().filter(component -> isLivePart(part(row, component))).toList();
    out.out().startObject(live.size());
    for (int component : live) {
      out.out().field(shape.name(component));
      out.nested(component, part(row, component));
    }
    out.out().endObject();
  }

  @Override
  public Object read(CausalReader in) throws IOException {
    @Nullable Crdt<?>[] parts = new Crdt<?>[shape.size()];
    int next = 0;
    in.in().beginObject(shape.toString());
    while (!in.in().isAtEndOfObject()) {
      next = following(next, in.in().anyField(), in);
      int component = byName.get(next++);
      parts[component] = part(component, in);
    }
    in.in().endObject();
    return in.built(() -> shape.record(complete(parts)));
  }

  /** Returns the place by name of a field, which must not come before that place. */
  private int following(int next, String field, CausalReader in) throws IOException {
    for (int place = 0; place < byName.size(); place++) {
      if (shape.name(byName.get(place)).equals(field)) {
        if (place < next) {
          throw in.in()
              .refused(
                  "components must ascend by name, but %s follows %s",
                  Excerpt.quoted(field), Excerpt.quoted(shape.name(byName.get(next - 1))));
        }
        return place;
      }
    }
    throw in.in()
        .refused(
            "component of %s must be one of %s, was %s",
            shape, byName.stream().map(shape::name).toList(), Excerpt.quoted(field));
  }

  private static Crdt<?> part(int component, CausalReader in) throws IOException {
    CausalReader below = in.nested(component);
    Crdt<?> part = (Crdt<?>) below.state();
    if (below.least() == null) {
      throw in.in().refused("a component without a live dot must be left out, but is there");
    }
    in.met(below);
    return part;
  }

  private List<Crdt<?>> complete(@Nullable Crdt<?>[] parts) {
    List<Crdt<?>> all = new ArrayList<>();
    for (int component = 0; component < parts.length; component++) {
      Crdt<?> part = parts[component];
      all.add(part == null ? empties.get(component) : part);
    }
    return all;
  }
}
