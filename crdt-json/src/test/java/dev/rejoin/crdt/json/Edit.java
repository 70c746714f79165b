package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORSet;
import java.util.Set;

/**
 * An edit of a set that can be told from all others.
 *
 * @param element what is added, or what the edit before has added and this one removes
 */
record Edit(boolean isAdd, String element) {

  private static final int CYCLE = 5;
  private static final String LONG = "x".repeat(1 << 16);

  /**
   * Returns an edit of a process: of every five, the fourth adds 64 KiB and the fifth removes them.
   */
  static Edit of(int process, int index) {
    boolean isAdd = index % CYCLE != CYCLE - 1;
    int added = isAdd ? index : index - 1;
    String name = process + "." + added;
    return new Edit(isAdd, added % CYCLE == CYCLE - 2 ? name + LONG : name);
  }

  ORSet<String> apply(ORSet<String> set, Author me) {
    return isAdd ? set.add(me, element) : set.remove(element);
  }

  void apply(Set<String> elements) {
    if (isAdd) {
      elements.add(element);
    } else {
      elements.remove(element);
    }
  }

  /** Returns an element without what makes it long. */
  static String name(String element) {
    return element.replace(LONG, "x");
  }
}
