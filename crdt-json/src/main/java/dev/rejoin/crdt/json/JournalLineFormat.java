package dev.rejoin.crdt.json;

import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Version;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code "journal":1,"replica":"phone","clock":[1777876200000,0,"phone"],"durability":"ON_CLOSE",
 * "witness":["nonce","key","time","key"]} opens a journal, {@code
 * "clock":[1777876200001,0,"phone"], "version":{"phone":[3,1234567]},"delta":...} is an update,
 * {@code "compacted":true} and {@code "closed":true,"witness":...} are marks. There is no clock
 * where it has not moved, and no witness where there cannot be one; version and delta are written
 * as those of {@link ChangesFormat}.
 */
final class JournalLineFormat<S> implements Format<JournalLine<S>> {

  private static final String JOURNAL = "journal";
  private static final String REPLICA = "replica";
  private static final String CLOCK = "clock";
  private static final String DURABILITY = "durability";
  private static final String WITNESS = "witness";
  private static final String COMPACTED = "compacted";
  private static final String CLOSED = "closed";
  private static final int NUMBER = 1;

  @Override
  public List<Field> fields(JournalLine<S> value) {
    List<Field> fields = new ArrayList<>();
    if (value instanceof JournalLine.Opened<S> opened) {
      fields.add(Field.number(JOURNAL, NUMBER));
      fields.add(Field.text(REPLICA, opened.replica().value()));
      opened.clock().forEach(clock -> fields.add(clock(clock)));
      fields.add(Field.text(DURABILITY, opened.durability().name()));
      opened.witness().forEach(witness -> fields.add(witness(witness)));
    } else if (value instanceof JournalLine.Changed<S> changed) {
      changed.clock().forEach(clock -> fields.add(clock(clock)));
      fields.addAll(ChangesFormat.fields(changed.raised(), changed.delta()));
    } else if (value instanceof JournalLine.Closed<S> closed) {
      fields.add(Field.mark(CLOSED));
      closed.witness().forEach(witness -> fields.add(witness(witness)));
    } else {
      fields.add(Field.mark(COMPACTED));
    }
    return fields;
  }

  @Override
  public JournalLine<S> read(FormatReader in) throws IOException {
    in.beginObject("line of a journal");
    JournalLine<S> line;
    if (in.isAtField(JOURNAL)) {
      line = readOpened(in);
    } else if (in.isAtField(COMPACTED)) {
      in.mark(COMPACTED);
      line = new JournalLine.Compacted<>();
    } else if (in.isAtField(CLOSED)) {
      in.mark(CLOSED);
      line = new JournalLine.Closed<>(readWitness(in));
    } else {
      line = readChanged(in);
    }
    in.endObject();
    return line;
  }

  @Override
  public @Nullable JournalLine<S> empty() {
    return null;
  }

  private static <S> JournalLine<S> readOpened(FormatReader in) throws IOException {
    in.field(JOURNAL);
    in.version("format of a journal", NUMBER);
    in.field(REPLICA);
    ReplicaId replica = in.replica();
    Option<HybridTimestamp> clock = readClock(in);
    in.field(DURABILITY);
    Durability durability = readDurability(in);
    Option<Witness> witness = readWitness(in);
    return new JournalLine.Opened<>(replica, clock, durability, witness);
  }

  private static Durability readDurability(FormatReader in) throws IOException {
    String name = in.text("durability");
    for (Durability durability : Durability.values()) {
      if (durability.name().equals(name)) {
        return durability;
      }
    }
    throw in.refused(
        "durability must be one of %s, was %s", List.of(Durability.values()), Excerpt.quoted(name));
  }

  @SuppressWarnings("unchecked") // what is read is of the declared type, or there is no reader
  private static <S> JournalLine<S> readChanged(FormatReader in) throws IOException {
    Option<HybridTimestamp> clock = readClock(in);
    Version raised = ChangesFormat.readRaised(in, Version.empty());
    return new JournalLine.Changed<>(clock, raised, (S) ChangesFormat.readDelta(in));
  }

  private static Field clock(HybridTimestamp stamp) {
    return new Field(
        CLOCK,
        out -> {
          out.startArray(3);
          out.number(stamp.millis());
          out.number(stamp.counter());
          out.text(stamp.replica().value());
          out.endArray();
        });
  }

  private static Option<HybridTimestamp> readClock(FormatReader in) throws IOException {
    if (!in.isAtField(CLOCK)) {
      return Option.none();
    }
    in.field(CLOCK);
    in.beginArray("clock");
    in.next("clock", "milliseconds");
    long millis = in.integer("milliseconds of a clock", 0, HybridTimestamp.MAX_MILLIS);
    in.next("clock", "a counter");
    int counter = (int) in.integer("counter of a clock", 0, Integer.MAX_VALUE);
    in.next("clock", "a replica");
    ReplicaId replica = in.replica();
    in.endArray("clock");
    return Option.of(new HybridTimestamp(millis, counter, replica));
  }

  private static Field witness(Witness is) {
    return new Field(
        WITNESS,
        out -> {
          out.startArray(4);
          out.text(is.nonce());
          out.text(is.lock());
          out.text(is.changed());
          out.text(is.journal());
          out.endArray();
        });
  }

  private static Option<Witness> readWitness(FormatReader in) throws IOException {
    if (!in.isAtField(WITNESS)) {
      return Option.none();
    }
    in.field(WITNESS);
    in.beginArray("witness");
    String[] parts = new String[4];
    for (int i = 0; i < parts.length; i++) {
      in.next("witness", "four parts");
      parts[i] = in.text("part of a witness");
    }
    in.endArray("witness");
    return Option.of(new Witness(parts[0], parts[1], parts[2], parts[3]));
  }
}
