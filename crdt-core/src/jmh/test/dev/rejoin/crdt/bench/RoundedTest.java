package dev.rejoin.crdt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedTest {

  @ParameterizedTest
  @CsvSource({
    "2413.7, 47.2, 2.41 ± 0.05 µs",
    "54321000, 2000000, 54 ± 2 ms",
    "95.71, 0.0001, 95.7 ± 0.1 ns",
    "123456, 31000, 120 ± 40 µs",
    "999.7, 1.2, 1.000 ± 0.002 µs",
    "7, 30, 7 ± 30 ns",
    "0.4, 0.01, 0.40 ± 0.01 ns",
    "1500000000, 200000000, 1.5 ± 0.2 s",
    "2413.7, NaN, 2.4 µs"
  })
  void timeHasTheDigitsThatItsErrorSupports(double nanos, double error, String text) {
    assertThat(Rounded.time(nanos, error)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.0001, 0.1, 0 B", "24, 0, 24.0 B", "4096, 1, 4.10 kB", "51234567, 900000, 51.2 MB"})
  void bytesAreInUnitsOfThousand(double bytes, double error, String text) {
    assertThat(Rounded.bytes(bytes, error)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "22539.8, 0.06, '22,000×'",
    "22539.8, 0.001, '22,500×'",
    "1.499, 0.01, 1.49×",
    "1.499, 0.9, 1.4×",
    "9.999, NaN, 9.9×",
    "0.4479, 0.5, 0.44×"
  })
  void ratioNeverShowsMoreThanWasReached(double ratio, double relativeError, String text) {
    assertThat(Rounded.ratio(ratio, relativeError)).isEqualTo(text);
  }

  @Test
  void bytesForEachElementAreRoundedUp() {
    assertThat(Rounded.bytesEach(52.01)).isEqualTo("52.1 B");
  }
}
