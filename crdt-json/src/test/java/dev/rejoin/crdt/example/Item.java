package dev.rejoin.crdt.example;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORSet;

/**
 * A row of the shopping list. The list is an {@code ORMap<String, Item>}, and that is the document
 * of which every device holds a copy: one state, one {@code merge}, one {@code deltaSince}. Its
 * keys are what the household calls a thing, so two who add bread while they are apart add to one
 * row; an app whose rows may share a name takes random keys and a register for the name.
 *
 * @param note which to get; of notes that were written without knowing of each other all are kept,
 *     until somebody writes one who has seen them
 * @param amount how many to get, as all devices sum it up
 * @param bought whether it is ticked
 * @param tags what it is for
 */
record Item(MVRegister<String> note, CausalCounter amount, EWFlag bought, ORSet<String> tags)
    implements CausalRecord<Item> {

  static final Item EMPTY = CrdtRecord.empty(Item.class);

  Item noted(Author me, String text) {
    return new Item(note.assign(me, text), amount, bought, tags);
  }

  Item more(Author me, long by) {
    return new Item(note, amount.increment(me, by), bought, tags);
  }

  Item less(Author me, long by) {
    return new Item(note, amount.decrement(me, by), bought, tags);
  }

  Item ticked(Author me) {
    return new Item(note, amount, bought.enable(me), tags);
  }

  Item unticked() {
    return new Item(note, amount, bought.disable(), tags);
  }

  Item tagged(Author me, String tag) {
    return new Item(note, amount, bought, tags.add(me, tag));
  }

  Item untagged(String tag) {
    return new Item(note, amount, bought, tags.remove(tag));
  }
}
