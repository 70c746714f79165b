package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonGenerator;
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
  private static final List<String> FIELDS = List.of(TYPE, FORMAT, ENTRIES);

  @Override
  public List<String> fields(Version value) {
    return FIELDS;
  }

  @Override
  public void write(Version value, JsonGenerator out, Contents contents) throws IOException {
    Format.writeHeader(NAME, out);
    out.writeFieldName(ENTRIES);
    writeEntries(value, out);
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

  static void writeEntries(Version version, JsonGenerator out) throws IOException {
    out.writeStartObject(version, version.entries().size());
    for (Tuple2<ReplicaId, Version.Entry> entry : version.entries()) {
      out.writeFieldName(entry._1.value());
      out.writeStartArray(entry._2, 2);
      out.writeNumber(entry._2.count());
      out.writeNumber(entry._2.tag());
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  /** Reads entries, each of which must exceed the one that {@code base} has. */
  static Version readEntries(String subject, FormatReader in, Version base) throws IOException {
    Map<ReplicaId, Version.Entry> entries = new LinkedHashMap<>();
    @Nullable ReplicaId previous = null;
    in.beginObject(subject);
    while (!in.isAtEndOfObject()) {
      ReplicaId id = in.fieldOfReplica(previous);
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
