package dev.rejoin.crdt.json.simulation;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.PNCounter;
import java.util.Random;

/** The document of the simulation: a register, a counter, a set, and a table of rows. */
public record Board(
    LWWRegister<String> title, PNCounter score, ORSet<String> tags, ORMap<String, Board.Card> cards)
    implements CrdtRecord<Board> {

  /** The state that all devices start from. */
  static final Board EMPTY = CrdtRecord.empty(Board.class);

  static final TypeReference<Board> TYPE = new TypeReference<>() {};

  private static final int NAMES = 40;

  /** A row. */
  public record Card(MVRegister<String> text, EWFlag done) implements CausalRecord<Card> {
    static final Card EMPTY = CrdtRecord.empty(Card.class);
  }

  /** Returns this board after an edit at random. Each moves the score up by one. */
  Board edited(Author me, Random random) {
    PNCounter one = score.increment(me);
    String name = "n" + random.nextInt(NAMES);
    return switch (random.nextInt(7)) {
      case 0 -> new Board(title.assign(me, name), one, tags, cards);
      case 1 -> new Board(title, one.increment(me, 5).decrement(me, 5), tags, cards);
      case 2, 3 -> new Board(title, one, tags.add(me, name), cards);
      case 4 -> new Board(title, one, tags.remove(name), cards.remove(name));
      case 5 -> new Board(title, one, tags, cards.update(me, name, Card.EMPTY, Board::toggled));
      default ->
          new Board(
              title,
              one,
              tags,
              cards.update(
                  me,
                  name,
                  Card.EMPTY,
                  (card, author) -> new Card(card.text().assign(author, name), card.done())));
    };
  }

  private static Card toggled(Card card, Author me) {
    EWFlag done = card.done().isEnabled() ? card.done().disable() : card.done().enable(me);
    return new Card(card.text(), done);
  }
}
