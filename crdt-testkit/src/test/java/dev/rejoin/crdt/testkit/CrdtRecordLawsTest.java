package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.RecordShape;
import dev.rejoin.crdt.testkit.CrdtRecordLawsTest.Player;
import java.util.List;
import java.util.Set;

class CrdtRecordLawsTest implements CrdtLaws<Player> {

  record Player(LWWRegister<String> name, PNCounter points, GSet<String> cups)
      implements CrdtRecord<Player> {

    Player named(Author me, String text) {
      return new Player(name.assign(me, text), points, cups);
    }

    /** Edits two components at once. */
    Player won(Author me) {
      return new Player(name, points.increment(me), cups.add("won"));
    }

    Player lost(Author me) {
      return new Player(name, points.decrement(me), cups);
    }

    Shown shown() {
      return new Shown(name.value().getOrElse(""), points.value(), cups.elements().toJavaSet());
    }
  }

  /** What is seen of a player. */
  record Shown(String name, long points, Set<String> cups) {}

  private static final RecordShape<Player> SHAPE = RecordShape.of(Player.class);

  @Override
  public Subject<Player> subject() {
    return Subject.startingAt(CrdtRecord.empty(Player.class))
        .edit("name", List.of("x", "y"), Player::named)
        .edit("win", Player::won)
        .edit("lose", Player::lost)
        .codec(player -> List.of(player.name(), player.points(), player.cups()), SHAPE::record)
        .observing(Player::shown)
        .meaning(Meaning.oneOf(CrdtRecordLawsTest::players));
  }

  /** Which of the names that none has replaced is shown, the clocks say. */
  private static List<Shown> players(Visible visible) {
    long wins = visible.edits("win").count();
    long points = wins - visible.edits("lose").count();
    Set<String> cups = wins > 0 ? Set.of("won") : Set.of();
    List<Shown> players =
        visible
            .edits("name")
            .filter(edit -> visible.edits("name").noneMatch(later -> visible.saw(later, edit)))
            .map(edit -> new Shown(edit.argument(String.class), points, cups))
            .toList();
    return players.isEmpty() ? List.of(new Shown("", points, cups)) : players;
  }
}
