package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.ORSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ORSetLawsTest implements CrdtLaws<ORSet<String>> {

  @Override
  public Subject<ORSet<String>> subject() {
    return Subject.startingAt(ORSet.<String>empty())
        .edit(
            "add",
            List.of("x", "y", "Aa", "BB"),
            EdgeValues.strings(),
            (set, me, e) -> set.add(me, e))
        .edit("addAll", (set, me) -> set.addAll(me, List.of("x", "y")))
        .edit("remove", List.of("x", "Aa"), EdgeValues.strings(), (set, me, e) -> set.remove(e))
        .edit("clear", (set, me) -> set.clear())
        .codec(SavedSet::of, SavedSet::read)
        .observing(ORSet::elements)
        .meaning(ORSetLawsTest::elements);
  }

  private static Set<String> elements(Visible visible) {
    return Stream.concat(
            Stream.of("x", "y"), visible.edits("add").map(edit -> edit.argument(String.class)))
        .filter(
            element ->
                visible.edits().stream()
                    .filter(edit -> adds(edit, element))
                    .anyMatch(
                        add ->
                            visible.edits().stream()
                                .filter(edit -> removes(edit, element))
                                .noneMatch(removal -> visible.saw(removal, add))))
        .collect(Collectors.toSet());
  }

  private static boolean adds(Visible.Edit edit, String element) {
    return edit.name().equals("add")
        ? element.equals(edit.argument())
        : edit.name().equals("addAll") && List.of("x", "y").contains(element);
  }

  private static boolean removes(Visible.Edit edit, String element) {
    return edit.name().equals("remove")
        ? element.equals(edit.argument())
        : edit.name().equals("clear");
  }
}
