package dev.rejoin.crdt.json;

import static dev.rejoin.crdt.json.Samples.PHONE;
import static dev.rejoin.crdt.json.Samples.TABLET;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import java.util.List;

/** States of causal types that several tests write and read. */
final class CausalSamples {

  static final TypeReference<MVRegister<String>> REGISTER = new TypeReference<>() {};
  static final TypeReference<EWFlag> FLAG = new TypeReference<>() {};
  static final TypeReference<CausalCounter> COUNTER = new TypeReference<>() {};
  static final TypeReference<ORMap<String, ORMap<String, ORSet<String>>>> LISTS =
      new TypeReference<>() {};
  static final TypeReference<ORMap<String, Todo>> TODOS = new TypeReference<>() {};

  private CausalSamples() {}

  static MVRegister<String> register() {
    MVRegister<String> phone = MVRegister.<String>empty().assign(Samples.author(PHONE), "tea");
    return phone.merge(MVRegister.<String>empty().assign(Samples.author(TABLET), "milk"));
  }

  static CausalCounter counter() {
    Author phone = Samples.author(PHONE);
    return CausalCounter.empty()
        .increment(phone, 3)
        .decrement(phone)
        .increment(Samples.author(TABLET), 2);
  }

  static ORMap<String, ORMap<String, ORSet<String>>> lists() {
    return add(
        add(
            add(ORMap.empty(), Samples.author(TABLET), "work", "inbox", "mail"),
            Samples.author(PHONE),
            "home",
            "shopping",
            "milk"),
        Samples.author(PHONE),
        "home",
        "shopping",
        "tea");
  }

  static ORMap<String, ORMap<String, ORSet<String>>> add(
      ORMap<String, ORMap<String, ORSet<String>>> map,
      Author me,
      String outer,
      String inner,
      String element) {
    return map.update(
        me,
        outer,
        ORMap.empty(),
        (lists, author) ->
            lists.update(
                author, inner, ORSet.empty(), (list, writer) -> list.add(writer, element)));
  }

  static ORMap<String, Todo> todos() {
    Author phone = Samples.author(PHONE);
    return ORMap.<String, Todo>empty()
        .update(phone, "b", Todo.EMPTY, (todo, me) -> todo.titled(me, "tea").voted(me, 2))
        .update(phone, "a", Todo.EMPTY, (todo, me) -> todo.finished(me).tagged(me, "x"))
        .update(phone, "a", Todo.EMPTY, (todo, me) -> todo.reopened());
  }

  static List<Samples.Sample> all() {
    Author phone = Samples.author(PHONE);
    ORMap<String, Todo> todos = todos();
    return List.of(
        new Samples.Sample(MVRegister.<String>empty(), REGISTER),
        new Samples.Sample(register(), REGISTER),
        new Samples.Sample(EWFlag.empty().enable(phone).enable(phone), FLAG),
        new Samples.Sample(EWFlag.empty().enable(phone).disable(), FLAG),
        new Samples.Sample(counter(), COUNTER),
        new Samples.Sample(ORMap.<String, Todo>empty(), TODOS),
        new Samples.Sample(lists(), LISTS),
        new Samples.Sample(todos, TODOS),
        new Samples.Sample(todos.remove("b").deltaSince(todos), TODOS));
  }
}
