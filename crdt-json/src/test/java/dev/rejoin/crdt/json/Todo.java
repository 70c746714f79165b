package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORSet;

/** A row of a table. */
record Todo(MVRegister<String> title, EWFlag done, ORSet<String> tags, CausalCounter votes)
    implements CausalRecord<Todo> {

  static final Todo EMPTY = CrdtRecord.empty(Todo.class);

  Todo titled(Author me, String text) {
    return new Todo(title.assign(me, text), done, tags, votes);
  }

  Todo finished(Author me) {
    return new Todo(title, done.enable(me), tags, votes);
  }

  Todo reopened() {
    return new Todo(title, done.disable(), tags, votes);
  }

  Todo tagged(Author me, String tag) {
    return new Todo(title, done, tags.add(me, tag), votes);
  }

  Todo untagged(String tag) {
    return new Todo(title, done, tags.remove(tag), votes);
  }

  Todo voted(Author me, long by) {
    return new Todo(title, done, tags, votes.increment(me, by));
  }
}
