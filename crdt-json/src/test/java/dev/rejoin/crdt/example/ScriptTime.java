package dev.rejoin.crdt.example;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The one week in which every script plays, in UTC. */
final class ScriptTime {

  static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);

  private ScriptTime() {}

  /** Returns the midnight at which every script starts. */
  static Instant start() {
    return MONDAY.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** Returns the instant of that day, counted from zero, and that time, as in {@code 08:15}. */
  static Instant of(int day, String time) {
    if (!time.matches("[0-9]{2}:[0-9]{2}")) {
      throw new IllegalArgumentException("time must be HH:MM, was '" + time + "'");
    }
    try {
      return MONDAY.plusDays(day).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException notATime) {
      throw new IllegalArgumentException(
          "time must lie in 00:00 to 23:59, was '" + time + "'", notATime);
    }
  }

  /** Returns day and time as scripts say them. */
  static String show(Instant time) {
    OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
    return DAYS.get(utc.getDayOfWeek().getValue() - 1) + " " + utc.toLocalTime();
  }
}
