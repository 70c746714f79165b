package dev.rejoin.crdt.json;

import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.json.Source.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts that all formats are made of, and refuses everything else with the path to it.
 *
 * <p>The current token is the next one to read. Only the end of the outermost object stays the
 * current token, as Jackson wants it.
 */
final class FormatReader {

  private final Source source;
  private final FormatPath path;
  private final Limits limits;
  private final int depth;

  FormatReader(Source source, Limits limits) {
    this(source, new FormatPath(source.type()), limits, 0);
  }

  private FormatReader(Source source, FormatPath path, Limits limits, int depth) {
    this.source = source;
    this.path = path;
    this.limits = limits;
    this.depth = depth;
  }

  Limits limits() {
    return limits;
  }

  /** Returns the class whose insides are read. */
  Class<?> type() {
    return source.type();
  }

  /** Returns a reader, from here on, of what is of the type parameter of that number. */
  FormatReader nested(int parameter) throws IOException {
    if (depth >= limits.depth()) {
      throw refused(
          "states must be nested at most %s deep, were %s or more", limits.depth(), depth + 1);
    }
    return new FormatReader(source.nested(parameter), path, limits, depth + 1);
  }

  private boolean isAt(Token token) {
    return source.token() == token;
  }

  /** Opens the object of a CRDT type and reads its first two fields. */
  void header(String type) throws IOException {
    beginObject(type);
    field(Format.TYPE);
    if (!isAt(Token.TEXT) || !source.text().equals(type)) {
      throw refused("type must be \"%s\", was %s", type, source.excerpt());
    }
    source.advance();
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
    if (!isAt(Token.TRUE)) {
      throw refused("%s must be true, was %s", field, source.excerpt());
    }
    source.advance();
  }

  String text(String subject) throws IOException {
    if (!isAt(Token.TEXT)) {
      throw refused("%s must be a string, was %s", subject, source.excerpt());
    }
    String text = source.text();
    int lone = Unicode.loneSurrogate(text);
    if (lone >= 0) {
      throw refused("%s must not hold a lone surrogate, but has one at index %s", subject, lone);
    }
    source.advance();
    return text;
  }

  /** Opens an object; the outermost is open already if Jackson took a type id out of it. */
  void beginObject(String subject) throws IOException {
    if (isAt(Token.START_OBJECT)) {
      source.advance();
    } else if (!path.isAtRoot() || !(isBeforeField() || isAtEndOfObject())) {
      throw refused("%s must be an object, was %s", subject, source.excerpt());
    }
    path.enter();
  }

  private boolean isBeforeField() {
    return isAt(Token.FIELD);
  }

  boolean isAtEndOfObject() {
    return isAt(Token.END_OBJECT);
  }

  boolean isAtField(String name) throws IOException {
    return isBeforeField() && name.equals(source.name());
  }

  /** Reads the name of the next field, which must be that one. */
  void field(String name) throws IOException {
    path.toField(isBeforeField() ? source.name() : null);
    if (!isBeforeField() || !name.equals(source.name())) {
      throw refused("next field must be \"%s\", was %s", name, source.excerpt());
    }
    source.advance();
  }

  /** Reads the name of the next field, of which there must be one. */
  String anyField() throws IOException {
    path.toField(source.name());
    String name = source.name();
    source.advance();
    return name;
  }

  /**
   * Reads the name of the next field, a replica id that must come after {@code previous}, the last
   * of so many before it.
   */
  ReplicaId fieldOfReplica(@Nullable ReplicaId previous, int before) throws IOException {
    path.toField(isBeforeField() ? source.name() : null);
    if (!isBeforeField()) {
      throw refused("next field must be a replica id, was %s", source.excerpt());
    }
    ReplicaId id = replica(source.name(), previous);
    oneMoreReplica(before);
    source.advance();
    return id;
  }

  private void oneMoreReplica(int before) throws IOException {
    if (before >= limits.replicas()) {
      throw refused("replicas must be at most %s, were %s or more", limits.replicas(), before + 1);
    }
  }

  /** Closes an object, which must have no further field. */
  void endObject() throws IOException {
    path.toField(isBeforeField() ? source.name() : null);
    if (!isAtEndOfObject()) {
      throw refused("next must be the end of the object, was %s", source.excerpt());
    }
    path.leave();
    if (!path.isAtRoot()) {
      source.advance();
    }
  }

  void beginArray(String subject) throws IOException {
    if (!isAt(Token.START_ARRAY)) {
      throw refused("%s must be an array, was %s", subject, source.excerpt());
    }
    source.advance();
    path.enter();
  }

  /** Returns whether the array goes on; if not, closes it. */
  boolean more() throws IOException {
    if (isAt(Token.END_ARRAY)) {
      source.advance();
      path.leave();
      return false;
    }
    path.toNextIndex();
    return true;
  }

  /** Returns whether what comes next is an array. */
  boolean isAtArray() {
    return isAt(Token.START_ARRAY);
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
      throw refused("%s must end here, but goes on with %s", subject, source.excerpt());
    }
  }

  long integer(String subject, long least, long greatest) throws IOException {
    if (!isAt(Token.INTEGER)) {
      throw refused("%s must be an integer, was %s", subject, source.excerpt());
    }
    long value = source.integer();
    if (value < least || value > greatest) {
      throw refused("%s must lie in %s to %s, was %s", subject, least, greatest, source.excerpt());
    }
    if (value == 0 && source.isNegativeZero()) {
      throw refused("%s must have no sign when zero, was -0", subject);
    }
    source.advance();
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
      oneMoreReplica(replicas.size());
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
    if (!isAt(Token.TEXT)) {
      throw refused("replica id must be a string, was %s", source.excerpt());
    }
    ReplicaId id = replica(source.text(), previous);
    source.advance();
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
    return content(0);
  }

  /** Reads what is of the type parameter of that number as its own type is read. */
  Object content(int parameter) throws IOException {
    Object content = source.content(parameter, path);
    source.advance();
    return content;
  }

  /** Returns what stands for a field of the first type parameter that is not there. */
  Object absentContent(String field) throws IOException {
    path.toField(null);
    Object content = source.absent(0, path);
    if (content == null) {
      throw refused(
          "\"%s\" must be there, since %s has no empty state", field, source.nameOfType(0));
    }
    return content;
  }

  /** Returns what {@code parts} puts together, or refuses it if they do. */
  <T> T built(Supplier<T> parts) throws IOException {
    try {
      return parts.get();
    } catch (RuntimeException e) {
      throw refused(e);
    }
  }

  IOException refused(RuntimeException cause) {
    return source.refusal(cause, path);
  }

  IOException refused(String reason, Object... arguments) {
    return source.refusal(String.format(Locale.ROOT, reason, arguments), path);
  }
}
