package dev.rejoin.crdt.example;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By how much a clock is wrong: a negative amount is a clock that is behind. */
record Skew(long amount, ChronoUnit unit) {

  static final Skew NONE = new Skew(0, ChronoUnit.MINUTES);

  private static final Pattern FORM = Pattern.compile("([+-][0-9]{1,4})([ydhm])");

  /** Returns what {@code -10y} and the like mean. */
  static Skew parse(String text) {
    Matcher matcher = FORM.matcher(text);
    ScriptLine.check(
        matcher.matches(),
        "skew must be a sign, up to 4 digits and one of y, d, h, m, as in -10y, was '%s'",
        text);
    ChronoUnit unit =
        switch (matcher.group(2)) {
          case "y" -> ChronoUnit.YEARS;
          case "d" -> ChronoUnit.DAYS;
          case "h" -> ChronoUnit.HOURS;
          default -> ChronoUnit.MINUTES;
        };
    return new Skew(Long.parseLong(matcher.group(1)), unit);
  }

  Instant appliedTo(Instant truth) {
    return truth.atOffset(ZoneOffset.UTC).plus(amount, unit).toInstant();
  }

  /** Returns the skew in words, as in {@code 10 years behind}. */
  @Override
  public String toString() {
    if (amount == 0) {
      return "right";
    }
    String size = Math.abs(amount) + " " + unit.toString().toLowerCase(Locale.ROOT);
    return size + (amount < 0 ? " behind" : " ahead");
  }
}
