package dev.rejoin.crdt.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomScriptsTest {

  private static final List<String> ITEMS = List.of("milk", "tea", "rye bread");

  @TempDir Path folder = Path.of("");

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyScriptEndsAlikeWithAllMoneyAndVisitsCounted(long seed) {
    RandomScript script = new RandomScript(new Random(seed));

    Run run = Run.of(folder, script.lines.toArray(String[]::new));

    assertThat(run.lastLine()).isEqualTo("All %s devices show the same.", script.devices.size());
    assertThat(run.text())
        .contains(" | budget " + script.budget + " | visits " + script.visits + "\n");
    assertThat(run.text().split("\\| budget " + script.budget, -1))
        .hasSize(script.devices.size() + 1);
  }

  /** A script with edits, clocks and partitions at random, and what it must come to. */
  private static final class RandomScript {

    private final Random random;
    private final List<String> devices;
    private final Set<String> offline = new TreeSet<>();
    private final List<String> lines = new ArrayList<>();
    private long budget;
    private int visits;

    RandomScript(Random random) {
      this.random = random;
      this.devices = List.of("a", "b", "c", "d").subList(0, 2 + random.nextInt(3));
      lines.add("devices " + String.join(" ", devices));
      for (int i = 0; i < 60; i++) {
        lines.add(random.nextInt(3) == 0 ? event(i) : edit(one()));
      }
    }

    private String one() {
      return devices.get(random.nextInt(devices.size()));
    }

    private String event(int step) {
      String device = one();
      return switch (random.nextInt(4)) {
        case 0 -> "at Mon %02d:30".formatted(step * 23 / 60);
        case 1 -> "clock %s %s%dd".formatted(device, random.nextBoolean() ? "+" : "-", step);
        case 2 -> "meet a b";
        default ->
            (offline.add(device) || !offline.remove(device) ? "offline " : "online ") + device;
      };
    }

    private String edit(String device) {
      int amount = random.nextInt(50);
      return device
          + switch (random.nextInt(6)) {
            case 0 -> {
              budget += amount;
              yield " earn " + amount;
            }
            case 1 -> {
              budget -= amount;
              yield " spend " + amount;
            }
            case 2 -> {
              visits++;
              yield " visit";
            }
            case 3 -> " title Title " + amount;
            case 4 -> " remove " + ITEMS.get(amount % ITEMS.size());
            default -> " add " + ITEMS.get(amount % ITEMS.size());
          };
    }
  }
}
