package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Outcome;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An app gains components, of its document and of the rows in it, while devices with the old app
 * are still about: what the old one cannot keep it refuses, and nothing is lost.
 */
class EvolutionTest {

  record OldNote(MVRegister<String> title) implements CausalRecord<OldNote> {
    static final OldNote EMPTY = CrdtRecord.empty(OldNote.class);
  }

  record OldBoard(ORMap<String, OldNote> notes) implements CrdtRecord<OldBoard> {

    OldBoard titled(Author me, String note, String title) {
      return new OldBoard(
          notes.update(
              me,
              note,
              OldNote.EMPTY,
              (old, author) -> new OldNote(old.title().assign(author, title))));
    }
  }

  record Note(EWFlag done, MVRegister<String> title) implements CausalRecord<Note> {
    static final Note EMPTY = CrdtRecord.empty(Note.class);
  }

  record Board(ORSet<String> members, ORMap<String, Note> notes) implements CrdtRecord<Board> {

    Board titled(Author me, String note, String title) {
      return new Board(
          members,
          notes.update(
              me,
              note,
              Note.EMPTY,
              (old, author) -> new Note(old.done(), old.title().assign(author, title))));
    }

    Board finished(Author me, String note) {
      return new Board(
          members,
          notes.update(
              me,
              note,
              Note.EMPTY,
              (old, author) -> new Note(old.done().enable(author), old.title())));
    }

    Board joined(Author me, String member) {
      return new Board(members.add(me, member), notes);
    }
  }

  private static final TypeReference<OldBoard> OLD_TYPE = new TypeReference<>() {};
  private static final TypeReference<Board> TYPE = new TypeReference<>() {};
  private static final OldBoard OLD_EMPTY = CrdtRecord.empty(OldBoard.class);
  private static final Board EMPTY = CrdtRecord.empty(Board.class);

  @TempDir Path phone;
  @TempDir Path laptop;

  private static Replica<OldBoard> old(Path folder) {
    return Replica.open(Journal.open(folder, OLD_TYPE), OLD_EMPTY);
  }

  private static Replica<Board> current(Path folder) {
    return Replica.open(Journal.open(folder, TYPE), EMPTY);
  }

  private static String sent(Replica<?> from, Version to) throws JsonProcessingException {
    return Samples.MAPPER.writeValueAsString(from.changesSince(to));
  }

  private static <S extends Crdt<S>> Outcome receive(
      Replica<S> replica, String text, TypeReference<Changes<S>> type)
      throws JsonProcessingException {
    return replica.merge(Samples.MAPPER.readValue(text, type));
  }

  private static Outcome receiveOld(Replica<OldBoard> replica, String text)
      throws JsonProcessingException {
    return receive(replica, text, new TypeReference<>() {});
  }

  private static Outcome receiveCurrent(Replica<Board> replica, String text)
      throws JsonProcessingException {
    return receive(replica, text, new TypeReference<>() {});
  }

  private static String title(Replica<Board> replica, String note) {
    return replica.state().notes().get(note).get().title().values().mkString(", ");
  }

  @Test
  void theNewAppGoesOnWithWhatTheOldOneKept() {
    ReplicaId id;
    try (Replica<OldBoard> before = old(phone)) {
      before.update((board, me) -> board.titled(me, "tea", "buy tea"));
      id = before.id();
    }

    try (Replica<Board> after = current(phone)) {
      after.update((board, me) -> board.finished(me, "tea").joined(me, "Ann"));
    }

    try (Replica<Board> again = current(phone)) {
      assertThat(again.id()).isEqualTo(id);
      assertThat(title(again, "tea")).isEqualTo("buy tea");
      assertThat(again.state().notes().get("tea").get().done().isEnabled()).isTrue();
      assertThat(again.state().members().elements()).containsExactly("Ann");
    }
  }

  @Test
  void theOldAppRefusesWhatTheNewOneKeptAndLeavesItAsItIs() throws IOException {
    Board state;
    ReplicaId id;
    try (Replica<Board> after = current(phone)) {
      state = after.update((board, me) -> board.titled(me, "tea", "buy tea").joined(me, "Ann"));
      id = after.id();
    }
    byte[] kept = Files.readAllBytes(phone.resolve(JournalLab.JOURNAL));

    assertThatThrownBy(() -> old(phone))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("component of OldBoard must be one of [notes], was \"members\"")
        .hasMessageContaining("at $.delta.members");

    assertThat(phone.resolve(JournalLab.JOURNAL)).hasBinaryContent(kept);
    try (Replica<Board> again = current(phone)) {
      assertThat(again.state()).isEqualTo(state);
      assertThat(again.id()).isEqualTo(id);
    }
  }

  @Test
  void devicesWithOldAndNewAppsLoseNothingUntilAllHaveTheNewOne() throws IOException {
    try (Replica<Board> here = current(laptop)) {
      OldBoard seen;
      try (Replica<OldBoard> there = old(phone)) {
        there.update((board, me) -> board.titled(me, "tea", "buy tea"));
        assertThat(receiveCurrent(here, sent(there, here.version()))).isEqualTo(Outcome.APPLIED);
        here.update((board, me) -> board.finished(me, "tea").joined(me, "Ann"));
        seen = there.update((board, me) -> board.titled(me, "tea", "buy green tea"));
        String fromHere = sent(here, there.version());

        assertThatThrownBy(() -> receiveOld(there, fromHere))
            .isInstanceOf(JsonMappingException.class)
            .hasMessageContaining("component of OldNote must be one of [title], was \"done\"")
            .hasMessageContaining("at $.delta.notes.live[0][1].done");

        assertThat(there.state()).isEqualTo(seen);
        assertThat(receiveCurrent(here, sent(there, here.version()))).isEqualTo(Outcome.APPLIED);
      }
      try (Replica<Board> there = current(phone)) {
        assertThat(receiveCurrent(there, sent(here, there.version()))).isEqualTo(Outcome.APPLIED);

        assertThat(there.state()).isEqualTo(here.state());
        assertThat(there.version()).isEqualTo(here.version());
        assertThat(title(there, "tea")).isEqualTo("buy green tea");
        assertThat(there.state().notes().get("tea").get().done().isEnabled()).isTrue();
        assertThat(there.state().members().elements()).containsExactly("Ann");
      }
    }
  }

  @Test
  void rowsWithoutTheNewComponentAreReadByTheOldAppToo() throws JsonProcessingException {
    Author me = Samples.author(Samples.PHONE);
    Board titled = EMPTY.titled(me, "tea", "buy tea");
    Board finished = titled.finished(me, "tea");
    TypeReference<ORMap<String, OldNote>> rows = new TypeReference<>() {};

    String without = Samples.MAPPER.writeValueAsString(titled.notes());
    String with = Samples.MAPPER.writeValueAsString(finished.notes());

    assertThat(Samples.MAPPER.readValue(without, rows).get("tea").get().title().values())
        .containsExactly("buy tea");
    assertThatThrownBy(() -> Samples.MAPPER.readValue(with, rows))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("component of OldNote must be one of [title], was \"done\"");
  }
}
