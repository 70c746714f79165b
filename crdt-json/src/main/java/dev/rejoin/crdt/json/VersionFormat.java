package dev.rejoin.crdt.json;

import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Version;
import io.vavr.Tuple2;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code "entries":{"phone":[3,1234567]}}: counts and tags, in the order of the ids. */
final class VersionFormat implements Format<Version> {

  private static final String NAME = "Version";
  private static final String ENTRIES = "entries";

  @Override
  public List<Field> fields(Version value) {
    return Format.crdt(NAME, List.of(new Field(ENTRIES, out -> writeEntries(value, out))));
  }

  @Override
  public Version read(FormatReader in) throws IOException {
    in.header(NAME);
    in.field(ENTRIES);
    Version value = readEntries("entries", in, Version.empty());
    in.endObject();
    return value;
  }

  @Override
  public Version empty() {
    return Version.empty();
  }

  static void writeEntries(Version version, Sink out) throws IOException {
    out.startObject(version.entries().size());
    for (Tuple2<ReplicaId, Version.Entry> entry : version.entries()) {
      out.field(entry._1.value());
      out.startArray(2);
      out.number(entry._2.count());
      out.number(entry._2.tag());
      out.endArray();
    }
    out.endObject();
  }

  /** Reads entries, each of which must exceed the one that {@code base} has. */
  static Version readEntries(String subject, FormatReader in, Version base) throws IOException {
    Map<ReplicaId, Version.Entry> entries = new LinkedHashMap<>();
    @Nullable ReplicaId previous = null;
    in.beginObject(subject);
    while (!in.isAtEndOfObject()) {
      ReplicaId id = in.fieldOfReplica(previous, entries.size());
      Version.Entry entry = readEntry(in);
      Version.@Nullable Entry known = base.entries().getOrElse(id, null);
      if (known != null && known.compareTo(entry) >= 0) {
        throw in.refused(
            "an entry must exceed that of since, %s, was %s", shown(known), shown(entry));
      }
      entries.put(id, entry);
      previous = id;
    }
    in.endObject();
    return in.built(() -> Version.of(entries));
  }

  private static Version.Entry readEntry(FormatReader in) throws IOException {
    in.beginArray("entry of a version");
    in.next("entry of a version", "a count");
    long count = in.integer("count of updates", 1, Version.MAX_COUNT);
    in.next("entry of a version", "a tag");
    int tag = (int) in.integer("tag", 0, Integer.MAX_VALUE);
    in.endArray("entry of a version");
    return new Version.Entry(count, tag);
  }

  private static String shown(Version.Entry entry) {
    return "[" + entry.count() + "," + entry.tag() + "]";
  }
}
