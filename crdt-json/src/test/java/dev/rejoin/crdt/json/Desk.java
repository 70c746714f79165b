package dev.rejoin.crdt.json;

import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;

/** A document of parts that are merged each by itself. */
record Desk(
    LWWRegister<String> title, GCounter visits, ORSet<String> people, ORMap<String, Todo> todos)
    implements CrdtRecord<Desk> {

  static final Desk EMPTY = CrdtRecord.empty(Desk.class);
}
