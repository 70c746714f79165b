package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts that all formats are made of, and refuses everything else with the path to it.
 *
 * <p>The parser's current token is the next one to read. Only the end of the outermost object stays
 * the current token, as Jackson wants it.
 */
final class FormatReader {

  private final JsonParser parser;
  private final DeserializationContext context;
  private final TypeReaders types;
  private final FormatPath path;

  /** Takes what reads the insides of what is read. */
  FormatReader(JsonParser parser, DeserializationContext context, TypeReaders types) {
    this.parser = parser;
    this.context = context;
    this.types = types;
    this.path = new FormatPath(types.type().getRawClass());
  }

  TypeReaders types() {
    return types;
  }

  /** Opens the object of a CRDT type and reads its first two fields. */
  void header(String type) throws IOException {
    beginObject(type);
    field(Format.TYPE);
    if (!parser.hasToken(JsonToken.VALUE_STRING) || !parser.getText().equals(type)) {
      throw refused("type must be \"%s\", was %s", type, Excerpt.current(parser));
    }
    parser.nextToken();
    field(Format.FORMAT);
    version("format of " + type, Format.VERSION);
  }

  /** Reads the number of the one version that is known. */
  void version(String subject, int known) throws IOException {
    long version = integer(subject, 1, Integer.MAX_VALUE);
    if (version != known) {
      throw refused(
          "%s must be %s, was %s, which a newer version of this library may read",
          subject, known, version);
    }
  }

  /** Reads a field that must be true. */
  void mark(String field) throws IOException {
    field(field);
    if (!parser.hasToken(JsonToken.VALUE_TRUE)) {
      throw refused("%s must be true, was %s", field, Excerpt.current(parser));
    }
    parser.nextToken();
  }

  String text(String subject) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw refused("%s must be a string, was %s", subject, Excerpt.current(parser));
    }
    String text = parser.getText();
    parser.nextToken();
    return text;
  }

  /** Opens an object; the outermost is open already if Jackson took a type id out of it. */
  void beginObject(String subject) throws IOException {
    if (parser.hasToken(JsonToken.START_OBJECT)) {
      parser.nextToken();
    } else if (!path.isAtRoot() || !(isBeforeField() || isAtEndOfObject())) {
      throw refused("%s must be an object, was %s", subject, Excerpt.current(parser));
    }
    path.enter();
  }

  private boolean isBeforeField() {
    return parser.hasToken(JsonToken.FIELD_NAME);
  }

  boolean isAtEndOfObject() {
    return parser.hasToken(JsonToken.END_OBJECT);
  }

  boolean isAtField(String name) throws IOException {
    return isBeforeField() && name.equals(parser.currentName());
  }

  /** Reads the name of the next field, which must be that one. */
  void field(String name) throws IOException {
    path.toField(isBeforeField() ? parser.currentName() : null);
    if (!isBeforeField() || !name.equals(parser.currentName())) {
      throw refused("next field must be \"%s\", was %s", name, Excerpt.current(parser));
    }
    parser.nextToken();
  }

  /** Reads the name of the next field, of which there must be one. */
  String anyField() throws IOException {
    path.toField(parser.currentName());
    String name = parser.currentName();
    parser.nextToken();
    return name;
  }

  /** Reads the name of the next field, a replica id that must come after {@code previous}. */
  ReplicaId fieldOfReplica(@Nullable ReplicaId previous) throws IOException {
    path.toField(isBeforeField() ? parser.currentName() : null);
    if (!isBeforeField()) {
      throw refused("next field must be a replica id, was %s", Excerpt.current(parser));
    }
    ReplicaId id = replica(parser.currentName(), previous);
    parser.nextToken();
    return id;
  }

  /** Closes an object, which must have no further field. */
  void endObject() throws IOException {
    path.toField(isBeforeField() ? parser.currentName() : null);
    if (!isAtEndOfObject()) {
      throw refused("next must be the end of the object, was %s", Excerpt.current(parser));
    }
    path.leave();
    if (!path.isAtRoot()) {
      parser.nextToken();
    }
  }

  void beginArray(String subject) throws IOException {
    if (!parser.hasToken(JsonToken.START_ARRAY)) {
      throw refused("%s must be an array, was %s", subject, Excerpt.current(parser));
    }
    parser.nextToken();
    path.enter();
  }

  /** Returns whether the array goes on; if not, closes it. */
  boolean more() throws IOException {
    if (parser.hasToken(JsonToken.END_ARRAY)) {
      parser.nextToken();
      path.leave();
      return false;
    }
    path.toNextIndex();
    return true;
  }

  /** Requires that the array goes on, with what its subject must have there. */
  void next(String subject, String what) throws IOException {
    if (!more()) {
      throw refused("%s must have %s, but ends before it", subject, what);
    }
  }

  /** Closes an array, which must have nothing further. */
  void endArray(String subject) throws IOException {
    if (more()) {
      throw refused("%s must end here, but goes on with %s", subject, Excerpt.current(parser));
    }
  }

  long integer(String subject, long least, long greatest) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
      throw refused("%s must be an integer, was %s", subject, Excerpt.current(parser));
    }
    boolean isLong =
        parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
            || parser.getBigIntegerValue().bitLength() < Long.SIZE;
    long value = isLong ? parser.getLongValue() : -1;
    if (!isLong || value < least || value > greatest) {
      throw refused(
          "%s must lie in %s to %s, was %s", subject, least, greatest, Excerpt.current(parser));
    }
    if (value == 0 && parser.getText().startsWith("-")) {
      throw refused("%s must have no sign when zero, was -0", subject);
    }
    parser.nextToken();
    return value;
  }

  /** Reads the index of one of so many replicas. */
  int indexOfReplica(int replicas) throws IOException {
    int index = (int) integer("index of a replica", 0, Integer.MAX_VALUE);
    if (index >= replicas) {
      throw refused("index of a replica must be below their number, %s, was %s", replicas, index);
    }
    return index;
  }

  /** Reads replica ids, which must ascend. */
  List<ReplicaId> replicas() throws IOException {
    List<ReplicaId> replicas = new ArrayList<>();
    @Nullable ReplicaId previous = null;
    beginArray("replicas");
    while (more()) {
      previous = replicaAfter(previous);
      replicas.add(previous);
    }
    return replicas;
  }

  /** Reads a replica id. */
  ReplicaId replica() throws IOException {
    return replicaAfter(null);
  }

  /** Reads a replica id, which must come after {@code previous}. */
  ReplicaId replicaAfter(@Nullable ReplicaId previous) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw refused("replica id must be a string, was %s", Excerpt.current(parser));
    }
    ReplicaId id = replica(parser.getText(), previous);
    parser.nextToken();
    return id;
  }

  private ReplicaId replica(String value, @Nullable ReplicaId previous) throws IOException {
    ReplicaId id = built(() -> ReplicaId.of(value));
    if (previous != null && previous.compareTo(id) >= 0) {
      throw refused(
          "replica ids must ascend, but %s follows %s",
          Excerpt.quoted(id.value()), Excerpt.quoted(previous.value()));
    }
    return id;
  }

  /** Reads what is of the first type parameter as its own type is read. */
  Object content() throws IOException {
    return content(types.content(0));
  }

  /** Reads what that reads. */
  Object content(ContentDeserializer type) throws IOException {
    Object content;
    try {
      content = type.read(parser, context);
    } catch (JsonMappingException e) {
      throw path.locate(e);
    } catch (RuntimeException e) {
      throw refused(e);
    }
    parser.nextToken();
    return content;
  }

  /** Returns what stands for a field of the first type parameter that is not there. */
  Object absentContent(String field) throws IOException {
    path.toField(null);
    Object content;
    try {
      content = types.content(0).absent(context);
    } catch (JsonMappingException e) {
      throw path.locate(e);
    }
    if (content == null) {
      throw refused(
          "\"%s\" must be there, since %s has no empty state",
          field, types.content(0).type().toCanonical());
    }
    return content;
  }

  /** Returns what {@code parts} puts together, or refuses it if they do. */
  <T> T built(Supplier<T> parts) throws JsonMappingException {
    try {
      return parts.get();
    } catch (RuntimeException e) {
      throw refused(e);
    }
  }

  private JsonMappingException refused(RuntimeException e) {
    return path.locate(new RefusedInputException(parser, e));
  }

  JsonMappingException refused(String reason, Object... arguments) {
    return path.locate(
        new RefusedInputException(parser, String.format(Locale.ROOT, reason, arguments)));
  }
}
