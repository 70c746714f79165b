package dev.rejoin.crdt.example;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a device shows, as text. */
record View(String title, String list, String budget, String visits) {

  static View of(Household document) {
    String list = document.list().stream().sorted().collect(Collectors.joining(", "));
    return new View(
        document.title().value().map(text -> '"' + text + '"').getOrElse("no title"),
        list.isEmpty() ? "nothing to buy" : list,
        "budget " + document.budget().value(),
        "visits " + document.visits().value());
  }

  /** Returns the parts in the order in which they are told. */
  List<String> parts() {
    return List.of(title, list, budget, visits);
  }

  /** Returns in what the other view differs, by name. */
  List<String> differencesFrom(View other) {
    List<String> names = List.of("title", "list", "budget", "visits");
    List<String> differences = new ArrayList<>(names);
    for (int part = 0; part < names.size(); part++) {
      if (parts().get(part).equals(other.parts().get(part))) {
        differences.remove(names.get(part));
      }
    }
    return differences;
  }
}
