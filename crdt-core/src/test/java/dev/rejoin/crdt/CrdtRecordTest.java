package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CrdtRecordTest {

  record Profile(LWWRegister<String> name, PNCounter points) implements CrdtRecord<Profile> {

    static final Profile EMPTY = CrdtRecord.empty(Profile.class);

    Profile named(Author me, String text) {
      return new Profile(name.assign(me, text), points);
    }

    Profile scored(Author me, long by) {
      return new Profile(name, points.increment(me, by));
    }
  }

  private final Profile ada = Profile.EMPTY.named(ANN, "Ada");

  @Test
  void componentsAreMergedEachByItself() {
    Profile renamed = ada.named(ANN, "Ada L.");
    Profile scored = ada.scored(BEN, 3);

    Profile merged = renamed.merge(scored);

    assertThat(merged).isEqualTo(scored.merge(renamed));
    assertThat(merged.name().value()).containsExactly("Ada L.");
    assertThat(merged.points().value()).isEqualTo(3);
  }

  @Test
  void mergeReturnsAnOperandWhereThatIsTheResult() {
    Profile scored = ada.scored(BEN, 3);
    Profile same = new Profile(scored.name(), PNCounter.empty().increment(BEN, 3));

    assertThat(scored.merge(ada)).isSameAs(scored);
    assertThat(ada.merge(scored)).isSameAs(scored);
    assertThat(scored.merge(same)).isSameAs(scored);
  }

  @Test
  void aDeltaIsThatOfEachComponent() {
    Profile scored = ada.scored(BEN, 3);

    assertThat(scored.deltaSince(ada)).isEqualTo(Profile.EMPTY.scored(BEN, 3));
    assertThat(scored.deltaSince(Profile.EMPTY)).isSameAs(scored);
    assertThat(scored.deltaSince(scored)).isEqualTo(Profile.EMPTY);
    assertThat(ada.merge(scored.deltaSince(ada))).isEqualTo(scored);
    assertThat(ada.compare(scored)).isEqualTo(CausalOrder.BEFORE);
    assertThat(scored.named(ANN, "Bob").compare(ada.scored(ANN, 1)))
        .isEqualTo(CausalOrder.CONCURRENT);
  }

  @Test
  void recordsNestAndHoldTypesOfOnesOwn() {
    record Highest(int points) implements Crdt<Highest> {
      @Override
      public Highest merge(Highest other) {
        return points >= other.points ? this : other;
      }
    }
    record Player(Profile profile, Highest highest) implements CrdtRecord<Player> {}
    Player low = new Player(ada, new Highest(1));
    Player high = new Player(ada.scored(BEN, 2), new Highest(7));

    assertThat(low.merge(high)).isSameAs(high);
    assertThat(low.merge(new Player(ada.named(ANN, "Eve"), new Highest(0))).highest().points())
        .isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrdtRecord.empty(Player.class))
        .withMessage(
            "component highest of Player must have an empty state,"
                + " but its type has no public static method empty()");
  }

  @Test
  void aRecordIsTakenApartAndMadeAgain() {
    RecordShape<Profile> shape = RecordShape.of(Profile.class);

    Profile again = shape.record(List.of(shape.component(ada, 0), shape.component(ada, 1)));

    assertThat(again).isEqualTo(ada);
    assertThat(shape.size()).isEqualTo(2);
    assertThat(shape.name(1)).isEqualTo("points");
    assertThat(shape.type(0).getTypeName())
        .isEqualTo("dev.rejoin.crdt.LWWRegister<java.lang.String>");
    assertThat(shape.empty(1).get()).isSameAs(PNCounter.empty());
    assertThat(shape.empty()).isEqualTo(Profile.EMPTY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape.record(List.of(PNCounter.empty())))
        .withMessage("Profile must have 2 components, were 1");
    assertThatThrownBy(() -> shape.record(List.of(PNCounter.empty(), PNCounter.empty())))
        .isInstanceOf(ClassCastException.class);
  }

  @Test
  void aComponentThatIsNoCrdtIsNamed() {
    record Wallet(PNCounter coins, int limit) implements CrdtRecord<Wallet> {}
    Wallet wallet = new Wallet(PNCounter.empty(), 3);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> wallet.merge(wallet))
        .withMessage("component limit of Wallet must be a Crdt, was int");
  }

  @Test
  void whatThrowsInARecordIsThrownOn() {
    record Picky(GCounter count) implements CrdtRecord<Picky> {
      Picky {
        if (count.value() > 1) {
          throw new IllegalStateException("too many");
        }
      }
    }
    Picky one = new Picky(GCounter.empty().increment(ANN));
    Picky another = new Picky(GCounter.empty().increment(BEN));

    assertThatThrownBy(() -> one.merge(another))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("too many");
  }

  @Test
  void nullsAreRefused() {
    Profile half = new Profile(LWWRegister.empty(), missing());

    assertThatNullPointerException().isThrownBy(() -> ada.merge(missing())).withMessage("other");
    assertThatNullPointerException().isThrownBy(() -> ada.deltaSince(missing()));
    assertThatNullPointerException().isThrownBy(() -> ada.isAtMost(missing()));
    assertThatNullPointerException()
        .isThrownBy(() -> ada.merge(half))
        .withMessage("component points of Profile");
  }
}
