package dev.rejoin.crdt.json;

import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.ORMap;

/** A row with rows in it. */
record Column(ORMap<String, Todo> cards, Todo pinned, EWFlag collapsed)
    implements CausalRecord<Column> {

  static final Column EMPTY = CrdtRecord.empty(Column.class);
}
