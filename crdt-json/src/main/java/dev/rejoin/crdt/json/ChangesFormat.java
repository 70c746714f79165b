package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code "since":{"phone":[3,1234567]},"version":{"tablet":[1,7654321]},"delta":...}: a version by
 * its entries, the second one by those that exceed the first, and the delta as its own type is
 * written. The second version is left out if nothing exceeds the first, and the delta if it is the
 * empty state of a type that has a format.
 */
final class ChangesFormat<S extends Crdt<S>> implements Format<Changes<S>> {

  private static final String NAME = "Changes";
  private static final String SINCE = "since";
  private static final String RAISED = "version";
  private static final String DELTA = "delta";

  @Override
  public List<Field> fields(Changes<S> value) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(SINCE, out -> VersionFormat.writeEntries(value.since(), out)));
    fields.addAll(fields(value.version().deltaSince(value.since()), value.delta()));
    return Format.crdt(NAME, fields);
  }

  @Override
  @SuppressWarnings("unchecked") // what is read is of the declared type, or there is no reader
  public Changes<S> read(FormatReader in) throws IOException {
    in.header(NAME);
    in.field(SINCE);
    Version since = VersionFormat.readEntries("since", in, Version.empty());
    Version raised = readRaised(in, since);
    S delta = (S) readDelta(in);
    in.endObject();
    return in.built(() -> new Changes<>(since, since.merge(raised), delta));
  }

  @Override
  public @Nullable Changes<S> empty() {
    return null;
  }

  /** Returns the entries that were raised, and the delta, where there is something to write. */
  static List<Field> fields(Version raised, Object delta) {
    List<Field> fields = new ArrayList<>();
    if (!raised.isEmpty()) {
      fields.add(new Field(RAISED, out -> VersionFormat.writeEntries(raised, out)));
    }
    if (!isEmpty(delta)) {
      fields.add(new Field(DELTA, out -> out.content(delta)));
    }
    return fields;
  }

  /** Reads the entries that exceed those of {@code since}. */
  static Version readRaised(FormatReader in, Version since) throws IOException {
    if (!in.isAtField(RAISED)) {
      return Version.empty();
    }
    in.field(RAISED);
    Version raised = VersionFormat.readEntries("version", in, since);
    if (raised.isEmpty()) {
      throw in.refused("version must be left out if it is that of since, but is there");
    }
    return raised;
  }

  static Object readDelta(FormatReader in) throws IOException {
    if (!in.isAtField(DELTA)) {
      return in.absentContent(DELTA);
    }
    in.field(DELTA);
    Object delta = in.content();
    if (isEmpty(delta)) {
      throw in.refused("delta must be left out if it is empty, but is there");
    }
    return delta;
  }

  private static boolean isEmpty(Object delta) {
    Format<?> format = Formats.of(delta.getClass());
    return format != null && delta.equals(format.empty());
  }
}
