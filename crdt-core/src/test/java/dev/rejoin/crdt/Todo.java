package dev.rejoin.crdt;

/** A row of the tests: a package-private record. */
record Todo(MVRegister<String> title, EWFlag done, ORSet<String> tags, CausalCounter votes)
    implements CausalRecord<Todo> {

  static final Todo EMPTY = CrdtRecord.empty(Todo.class);

  Todo titled(Author me, String text) {
    return new Todo(title.assign(me, text), done, tags, votes);
  }

  Todo finished(Author me) {
    return new Todo(title, done.enable(me), tags, votes);
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
