package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An encoding that was damaged on its way: cut off, with one byte or character changed or inserted,
 * with a part of it twice, or with one byte or character a thousand times.
 *
 * @param fault what happened to it
 */
record Mangled(Codec.Encoded encoded, String fault) {

  /** Of encodings longer than that only a few are made. */
  private static final int LONG = 4096;

  private static final int FEW = 4;

  private static final int TIMES = 1000;

  /** The kinds of faults at each place, with how many of each: 1 + 4 + 2 + 1 + 1. */
  private static final int PER_PLACE = 9;

  /** The golden ratio as a fraction of 2<sup>64</sup>: its multiples fill a range evenly. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /**
   * Returns some of what can become of it, always the same; none of what is no bytes or text.
   *
   * @param most how many at most
   */
  static List<Mangled> of(Codec.Encoded encoded, int most) {
    if (!(encoded.content() instanceof byte[]) && !(encoded.content() instanceof String)) {
      return List.of();
    }
    Units units = Units.of(encoded);
    int all = PER_PLACE * units.length();
    int wanted = units.length() > LONG ? Math.min(most, FEW) : most;
    List<Mangled> chosen = new ArrayList<>();
    int first = encoded.hashCode() & 0xFFFF;
    for (int i = 0; i < Math.min(all, wanted); i++) {
      int number = all <= wanted ? i : strewn(first + i, all);
      Mangled mangled = units.mangled(number / PER_PLACE, number % PER_PLACE);
      if (!mangled.encoded.equals(encoded)) {
        chosen.add(mangled);
      }
    }
    return chosen;
  }

  private static int strewn(int index, int range) {
    return (int) Math.multiplyHigh((index * GOLDEN) >>> 1, 2L * range);
  }

  /** Bytes or characters. */
  private static final class Units {

    private final char[] units;
    private final boolean bytes;

    private Units(char[] units, boolean bytes) {
      this.units = units;
      this.bytes = bytes;
    }

    static Units of(Codec.Encoded encoded) {
      if (!(encoded.content() instanceof byte[] content)) {
        return new Units(String.valueOf(encoded.content()).toCharArray(), false);
      }
      char[] units = new char[content.length];
      for (int i = 0; i < units.length; i++) {
        units[i] = (char) (content[i] & 0xFF);
      }
      return new Units(units, true);
    }

    int length() {
      return units.length;
    }

    Mangled mangled(int place, int kind) {
      return switch (kind) {
        case 0 -> with(place, units.length, "", "cut off after %d of %d", place, units.length);
        case 1 -> changed(place, units[place] ^ 1);
        case 2 -> changed(place, bytes ? units[place] ^ 0x80 : '-');
        case 3 -> changed(place, bytes ? 0xFF : '9');
        case 4 -> changed(place, 0);
        case 5 -> inserted(place, bytes ? 0 : '-');
        case 6 -> inserted(place, bytes ? 0xFF : '9');
        case 7 -> repeated(place);
        default ->
            with(
                place,
                place,
                text(units[place]).repeat(TIMES),
                "%d times more what is at %d",
                TIMES,
                place);
      };
    }

    private Mangled changed(int place, int unit) {
      return with(place, place + 1, text(unit), "0x%x instead of what is at %d", unit, place);
    }

    private Mangled inserted(int place, int unit) {
      return with(place, place, text(unit), "0x%x put in at %d", unit, place);
    }

    private Mangled repeated(int place) {
      int end = Math.min(units.length, place + 1 + place % 8);
      String part = new String(units, place, end - place);
      return with(place, place, part, "%d to %d twice", place, end - 1);
    }

    private static String text(int unit) {
      return String.valueOf((char) unit);
    }

    /** Puts a text in the place of what is there from begin to end. */
    private Mangled with(int begin, int end, String instead, String fault, Object... values) {
      String left = new String(units, 0, begin);
      String right = new String(units, end, units.length - end);
      String mangled = left + instead + right;
      String text = String.format(Locale.ROOT, "encode(a), " + fault, values);
      return new Mangled(new Codec.Encoded(bytes ? toBytes(mangled) : mangled), text);
    }

    private static byte[] toBytes(String units) {
      byte[] content = new byte[units.length()];
      for (int i = 0; i < content.length; i++) {
        content[i] = (byte) units.charAt(i);
      }
      return content;
    }
  }
}
