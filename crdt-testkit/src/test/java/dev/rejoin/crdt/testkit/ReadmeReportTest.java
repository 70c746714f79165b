package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.merge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The README shows the report that its broken set really gets. */
class ReadmeReportTest {

  private record Cart(Set<String> items) {

    Cart add(String item) {
      return merge(this, new Cart(Set.of(item)));
    }

    Cart remove(String item) {
      Set<String> left = new TreeSet<>(items);
      left.remove(item);
      return new Cart(left);
    }

    static Cart merge(Cart a, Cart b) {
      Set<String> union = new TreeSet<>(a.items);
      union.addAll(b.items);
      return new Cart(union);
    }
  }

  @Test
  void theReportInTheReadmeIsReal() throws IOException {
    Subject<Cart> subject =
        Subject.of(new Cart(Set.of()))
            .merging(Cart::merge)
            .edit("add", List.of("milk"), (cart, me, item) -> cart.add(item))
            .edit("remove", List.of("milk"), (cart, me, item) -> cart.remove(item))
            .observing(Cart::items);
    Timeline timeline = Timeline.of(edit(0, 0), merge(0, 1), edit(0, 1), merge(1, 0));

    LawViolation violation =
        catchThrowableOfType(LawViolation.class, () -> Law.STALE_MERGE.check(subject, timeline));

    assertThat(Files.readString(Path.of("..", "README.md"))).contains(violation.getMessage());
  }
}
