package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds what a journal has kept, each time that its process was killed, to what it should have. */
final class KeptEdits {

  private final Map<Dot, String> dots = new HashMap<>();
  private final Set<ReplicaId> ids = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private Set<String> elements = Set.of();

  /** Somebody opened the journal and found that many elements. */
  void opened(ReplicaId id, int size, boolean wasTorn) {
    if (size != elements.size()) {
      faults.add("opened with " + size + " elements, had " + elements.size());
    }
    if (!ids.add(id) && wasTorn) {
      faults.add("id " + id + " was kept though a line was torn");
    }
  }

  /** An element was added under that dot. */
  void named(Dot dot, String element) {
    String other = dots.putIfAbsent(dot, element);
    if (other != null && !other.equals(element)) {
      faults.add("dot " + dot + " names " + Edit.name(other) + " and " + Edit.name(element));
    }
  }

  /** A process that had seen these edits made was killed in the next one, and this is left. */
  void found(Collection<Edit> made, Edit next, ORSet<String> state) {
    Set<String> left = state.elements().toJavaSet();
    Set<String> least = new HashSet<>(elements);
    made.forEach(edit -> edit.apply(least));
    Set<String> most = new HashSet<>(least);
    next.apply(most);
    if (!left.equals(least) && !left.equals(most)) {
      faults.add("lacks " + names(least, left) + ", has " + names(left, least) + " beyond");
    }
    dots.forEach((dot, element) -> requireSeen(dot, element, state));
    state.forEachLive((element, of) -> of.forEach(dot -> named(dot, element)));
    elements = left;
  }

  /** Elements alone would not show that an addition and the removal of it were lost together. */
  private void requireSeen(Dot dot, String element, ORSet<String> state) {
    if (!state.context().includes(dot)) {
      faults.add("lacks dot " + dot + " of " + Edit.name(element));
    }
  }

  private static Set<String> names(Set<String> elements, Set<String> without) {
    Set<String> names = new TreeSet<>();
    for (String element : elements) {
      if (!without.contains(element)) {
        names.add(Edit.name(element));
      }
    }
    return names;
  }

  /** Returns how many ids the journal was edited under. */
  int ids() {
    return ids.size();
  }

  List<String> faults() {
    return faults;
  }
}
