package dev.rejoin.crdt.example;

import static dev.rejoin.crdt.example.ScriptLine.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a {@link Script} and checks all of it, also who is online when, so that a run starts with a
 * good script or not at all.
 */
final class ScriptParser {

  private static final List<String> COMMANDS =
      List.of("at", "clock", "offline", "online", "restart", "sync", "meet", "say", "stop");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,9}");
  private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9].*");
  private static final int MAX_ITEM = 40;
  private static final int MAX_SAYING = 400;
  private static final long MAX_AMOUNT = 1_000_000_000;

  private final Set<String> devices = new LinkedHashSet<>();
  private final Set<String> offline = new TreeSet<>();
  private final List<Step> steps = new ArrayList<>();
  private Instant now = ScriptTime.start();
  private boolean stopped;

  private ScriptParser() {}

  static Script parse(String text) throws ScriptException {
    ScriptParser parser = new ScriptParser();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      try {
        parser.read(ScriptLine.of(line));
      } catch (IllegalArgumentException reason) {
        throw new ScriptException(number, reason);
      }
    }
    try {
      check(!parser.devices.isEmpty(), "script ends without 'devices NAME NAME ...'");
    } catch (IllegalArgumentException reason) {
      throw new ScriptException(Math.max(1, number), reason);
    }
    return new Script(List.copyOf(parser.devices), parser.steps);
  }

  private void read(ScriptLine line) {
    if (line.isBlank()) {
      return;
    }
    String first = line.word(0);
    if (devices.isEmpty()) {
      check(first.equals("devices"), "expected 'devices NAME NAME ...' first, was '%s'", line);
      declare(line.words().subList(1, line.words().size()));
      return;
    }
    check(!stopped, "nothing may follow 'stop', was '%s'", line);
    if (devices.contains(first)) {
      steps.add(edit(line));
    } else {
      check(
          COMMANDS.contains(first),
          "unknown device or command '%s'; expected one of %s, or one of %s",
          first,
          String.join(", ", devices),
          String.join(", ", COMMANDS));
      steps.add(command(line));
    }
  }

  private void declare(List<String> names) {
    check(names.size() >= 2 && names.size() <= 9, "expected 2 to 9 devices, was %s", names.size());
    for (String name : names) {
      check(
          NAME.matcher(name).matches(),
          "name of a device must be 1 to 10 of a-z, 0-9 and '-', a letter first, was '%s'",
          name);
      check(!COMMANDS.contains(name), "name of a device must not be a command, was '%s'", name);
      check(devices.add(name), "device '%s' is named twice", name);
    }
  }

  private Step edit(ScriptLine line) {
    String device = line.word(0);
    known("verb", line.word(1), Verb.words());
    Verb verb = Verb.valueOf(line.word(1).toUpperCase(Locale.ROOT));
    String form = device + " " + verb.form();
    return switch (verb.argument()) {
      case AMOUNT -> counted(device, verb, line, form);
      case TEXT -> worded(device, verb, line, form);
      case NONE -> new Step.Edit(device, verb, item(line, line.from(2), form), "");
    };
  }

  private static Step counted(String device, Verb verb, ScriptLine line, String form) {
    boolean hasAmount = AMOUNT.matcher(line.word(2)).matches();
    String item = item(line, line.from(hasAmount ? 3 : 2), form);
    return new Step.Edit(device, verb, item, hasAmount ? amount(line.word(2)) : "1");
  }

  private static Step worded(String device, Verb verb, ScriptLine line, String form) {
    String both = line.from(2);
    int colon = both.indexOf(':');
    check(colon >= 0, "expected '%s', was '%s'", form, line);
    String item = item(line, both.substring(0, colon), form);
    String text = line.text(both.substring(colon + 1), form, MAX_ITEM);
    return new Step.Edit(device, verb, item, text);
  }

  private static String item(ScriptLine line, String raw, String form) {
    String item = line.text(raw, form, MAX_ITEM);
    check(!item.contains(":"), "item must not hold a colon, was '%s'", item);
    return item;
  }

  private static String amount(String text) {
    check(text.matches("[+-]?[0-9]+"), "amount must be a whole number, was '%s'", text);
    check(!text.startsWith("-"), "amount must not be negative, was %s", text);
    String digits = text.replaceFirst("^\\+?0*(?=[0-9])", "");
    check(
        digits.length() <= 10 && Long.parseLong(digits) <= MAX_AMOUNT,
        "amount must not exceed %s, was %s",
        MAX_AMOUNT,
        text);
    return digits;
  }

  private Step command(ScriptLine line) {
    return switch (line.word(0)) {
      case "at" -> at(line.as("at DAY HH:MM"));
      case "clock" -> clock(line.as("clock DEVICE SKEW"));
      case "offline" -> goOffline(device(line.as("offline DEVICE"), 1));
      case "online" -> goOnline(device(line.as("online DEVICE"), 1));
      case "restart" -> new Step.Restart(device(line.as("restart DEVICE"), 1));
      case "sync" -> sync(line.as("sync DEVICE DEVICE"));
      case "meet" -> meet(line.as("meet DEVICE DEVICE"));
      case "say" -> new Step.Say(line.text(line.from(1), "say TEXT", MAX_SAYING));
      default -> stop(line.as("stop"));
    };
  }

  private Step at(ScriptLine line) {
    known("day", line.word(1), ScriptTime.DAYS);
    Instant time = ScriptTime.of(ScriptTime.DAYS.indexOf(line.word(1)), line.word(2));
    check(
        !time.isBefore(now),
        "time must not go back, was %s after %s",
        ScriptTime.show(time),
        ScriptTime.show(now));
    now = time;
    return new Step.At(time);
  }

  private Step clock(ScriptLine line) {
    return new Step.SetClock(device(line, 1), Skew.parse(line.word(2)));
  }

  private Step goOffline(String device) {
    check(offline.add(device), "%s is offline already", device);
    return new Step.GoOffline(device);
  }

  private Step goOnline(String device) {
    check(offline.remove(device), "%s is online already", device);
    return new Step.GoOnline(device);
  }

  private Step sync(ScriptLine line) {
    for (String device : List.of(device(line, 1), other(line))) {
      check(
          !offline.contains(device),
          "%s is offline and cannot sync; expected 'online %s' before, or 'meet %s %s'",
          device,
          device,
          line.word(1),
          line.word(2));
    }
    return new Step.Sync(line.word(1), line.word(2));
  }

  private Step meet(ScriptLine line) {
    return new Step.Meet(device(line, 1), other(line));
  }

  private Step stop(ScriptLine line) {
    stopped = !line.isBlank();
    return new Step.Stop();
  }

  private String device(ScriptLine line, int index) {
    known("device", line.word(index), List.copyOf(devices));
    return line.word(index);
  }

  private String other(ScriptLine line) {
    check(!line.word(2).equals(line.word(1)), "%s cannot exchange with itself", line.word(2));
    return device(line, 2);
  }

  private static void known(String what, String word, List<String> words) {
    String expected = "expected one of " + String.join(", ", words);
    check(!word.isEmpty(), "missing %s; %s", what, expected);
    check(words.contains(word), "unknown %s '%s'; %s", what, word, expected);
  }
}
