package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.ResettableCounter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Every state and every delta on the way of a random history is written and read back. */
class RandomHistoriesTest {

  private static final ObjectMapper CBOR = new CBORMapper().registerModule(new CrdtModule());
  private static final List<ReplicaId> IDS =
      List.of(ReplicaId.of("phone"), ReplicaId.of("a \"b\""), ReplicaId.of("日本"));

  private final List<Author> authors = IDS.stream().map(Samples::author).toList();

  /** An edit of one type, picked by a number. */
  private interface Edit<S> {
    S apply(S state, Author me, int edit, int value);
  }

  private <S extends Crdt<S>> void replay(
      List<Integer> numbers, S empty, TypeReference<S> type, Edit<S> edit) throws IOException {
    List<S> states = new ArrayList<>(Collections.nCopies(IDS.size(), empty));
    for (int number : numbers) {
      int device = number % 3;
      int other = number / 3 % 3;
      S before = states.get(device);
      S after =
          number / 9 % 4 == 0
              ? before.merge(states.get(other))
              : edit.apply(before, authors.get(device), number / 9 % 4, number / 36 % 6);
      states.set(device, after);
      assertReadBack(after, type);
      assertReadBack(after.deltaSince(states.get(other)), type);
      assertReadBack(states.get(other).deltaSince(after), type);
    }
  }

  private static <S> void assertReadBack(S state, TypeReference<S> type) throws IOException {
    for (ObjectMapper mapper : List.of(Samples.MAPPER, CBOR)) {
      byte[] bytes = mapper.writeValueAsBytes(state);
      S read = mapper.readValue(bytes, type);

      assertThat(read).isEqualTo(state);
      assertThat(mapper.writeValueAsBytes(read)).isEqualTo(bytes);
    }
  }

  @Property(tries = 100)
  void sets(@ForAll @Size(max = 30) List<@IntRange(max = 215) Integer> history) throws IOException {
    replay(
        history,
        ORSet.<String>empty(),
        Samples.SET,
        (set, me, edit, value) ->
            switch (edit) {
              case 1 -> set.add(me, "e" + value);
              case 2 -> set.addAll(me, List.of("e" + value, "e0", "e" + value));
              default -> set.remove("e" + value);
            });
  }

  @Property(tries = 100)
  void counters(@ForAll @Size(max = 30) List<@IntRange(max = 215) Integer> history)
      throws IOException {
    replay(
        history,
        PNCounter.empty(),
        new TypeReference<PNCounter>() {},
        (counter, me, edit, value) ->
            edit == 1 ? counter.decrement(me, value) : counter.increment(me, value));
  }

  @Property(tries = 100)
  void registers(@ForAll @Size(max = 30) List<@IntRange(max = 215) Integer> history)
      throws IOException {
    replay(
        history,
        LWWRegister.<Integer>empty(),
        new TypeReference<LWWRegister<Integer>>() {},
        (register, me, edit, value) ->
            edit == 1
                ? register.merge(LWWRegister.of(Samples.stamp(), List.of(value)))
                : register.assign(me, value));
  }

  @Property(tries = 100)
  void maps(@ForAll @Size(max = 30) List<@IntRange(max = 215) Integer> history) throws IOException {
    replay(
        history,
        LWWMap.<String, Integer>empty(),
        new TypeReference<LWWMap<String, Integer>>() {},
        (map, me, edit, value) ->
            switch (edit) {
              case 1 -> map.remove(me, "k" + value % 3);
              case 2 ->
                  map.merge(
                      LWWMap.of(
                          List.of(
                              new LWWMap.Entry<>(
                                  "k" + value % 2, Samples.stamp(), List.of(value)))));
              default -> map.put(me, "k" + value % 3, value);
            });
  }

  @Property(tries = 100)
  void countersThatAreReset(@ForAll @Size(max = 30) List<@IntRange(max = 215) Integer> history)
      throws IOException {
    replay(
        history,
        ResettableCounter.empty(),
        new TypeReference<ResettableCounter>() {},
        (counter, me, edit, value) ->
            switch (edit) {
              case 1 -> counter.decrement(me, value);
              case 2 -> counter.reset();
              default -> counter.increment(me, value);
            });
  }

  @Property(tries = 100)
  void setsThatGrow(@ForAll @Size(max = 30) List<@IntRange(max = 215) Integer> history)
      throws IOException {
    replay(
        history,
        GSet.<String>empty(),
        Samples.GROWN,
        (set, me, edit, value) -> set.add("e" + (edit + 4 * value)));
  }
}
