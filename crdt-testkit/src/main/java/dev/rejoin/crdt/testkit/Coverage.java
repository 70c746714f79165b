package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * On which timelines a subject kept its laws: what a {@link CrdtVerifier} has to say when it has
 * found nothing.
 *
 * <p>As text it says what was gone through without a gap, what was cut short for want of time, how
 * many random timelines came after, and how much happened on all of them.
 *
 * @param searched what was gone through in order, in parts
 * @param random how many random timelines were played
 * @param randomWanted how many were asked for; more than were played only if the time was up
 * @param seed the seed of the random timelines
 * @param unchecked the laws that the subject is said to be {@linkplain Subject#without without},
 *     each with the reason
 * @param activity what happened on those that were played; those that were covered without are
 *     known to lead to the same states as one that was
 */
public record Coverage(
    List<Part> searched,
    int random,
    int randomWanted,
    long seed,
    Map<Law, String> unchecked,
    Activity activity) {

  /**
   * All timelines of one kind and one length, or as many as there was time for.
   *
   * @param kind which timelines: on how many replicas, with what
   * @param length the number of steps of each
   * @param covered how many of them were played, or are known to lead to the same states as one
   *     that was
   * @param total how many there are
   */
  public record Part(String kind, int length, long covered, long total) {

    /** Returns whether every timeline was covered. */
    public boolean isComplete() {
      return covered == total;
    }
  }

  /**
   * How much happened on the timelines that were played.
   *
   * @param timelines how many were played
   * @param concurrent how many of them had edits that changed something and did not see each other
   * @param stale how many had a message that was older than what its sender had by then, or held
   *     nothing new
   * @param removing how many had an edit that took something out of what is observed: an element, a
   *     key, an amount, or a yes
   * @param steps how many steps they had in all
   * @param idle how many of these steps changed the state of no replica
   */
  public record Activity(
      long timelines, long concurrent, long stale, long removing, long steps, long idle) {

    /** Returns the text, on one line. */
    @Override
    public String toString() {
      return "of the %s that were played %s had concurrent edits, %s a removal, %s a stale message; %s"
          .formatted(
              number(timelines),
              share(concurrent, timelines),
              share(removing, timelines),
              share(stale, timelines),
              share(idle, steps) + " of their steps changed nothing");
    }
  }

  /**
   * Copies the list and the map.
   *
   * @throws NullPointerException if one of them is null or has a null element
   */
  public Coverage {
    searched = List.copyOf(searched);
    Map<Law, String> ordered = new EnumMap<>(Law.class);
    unchecked.forEach((law, reason) -> ordered.put(law, Objects.requireNonNull(reason, "reason")));
    unchecked = Collections.unmodifiableMap(ordered);
  }

  /** Returns whether nothing was left out for want of time. */
  public boolean isComplete() {
    return random == randomWanted && searched.stream().allMatch(Part::isComplete);
  }

  /** Returns the text, one line for each kind of timelines. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    for (String kind : searched.stream().map(Part::kind).distinct().toList()) {
      lines.add(text(searched.stream().filter(part -> part.kind().equals(kind)).toList()));
    }
    lines.add(
        "%s random timelines of up to %d steps on up to %d replicas, seed %d"
            .formatted(
                random == randomWanted
                    ? number(random)
                    : number(random) + " of " + number(randomWanted) + " (time was up)",
                RandomTimelines.MAX_STEPS,
                RandomTimelines.MAX_REPLICAS,
                seed));
    lines.add(activity.toString());
    unchecked.forEach((law, reason) -> lines.add("not checked: " + law + ", since " + reason));
    return String.join("\n", lines);
  }

  private static String text(List<Part> parts) {
    List<String> texts = new ArrayList<>();
    List<Part> complete = parts.stream().takeWhile(Part::isComplete).toList();
    String kind = parts.get(0).kind();
    if (!complete.isEmpty()) {
      long sum = complete.stream().mapToLong(Part::total).sum();
      int longest = complete.get(complete.size() - 1).length();
      texts.add("all %s timelines of up to %s".formatted(number(sum), stepsAs(longest)));
    }
    for (Part part : parts.subList(complete.size(), parts.size())) {
      String all = "the " + number(part.total()) + " of " + stepsAs(part.length());
      texts.add(
          part.covered() == 0
              ? "none of " + all + " (not enough time)"
              : "the first " + number(part.covered()) + " of " + all + " (time was up)");
    }
    texts.set(0, texts.get(0) + " " + kind);
    return String.join(", ", texts);
  }

  private static String stepsAs(int length) {
    return length + (length == 1 ? " step" : " steps");
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String share(long part, long whole) {
    return (whole == 0 ? 0 : Math.round(100.0 * part / whole)) + " %";
  }
}
