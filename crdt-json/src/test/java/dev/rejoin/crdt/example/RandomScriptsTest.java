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

  private static final List<Verb> VERBS = List.of(Verb.values());
  private static final List<String> ITEMS = List.of("milk", "tea", "rye bread");

  @TempDir Path folder = Path.of("");

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyScriptEndsAlikeWithEveryNailCounted(long seed) {
    RandomScript script = new RandomScript(new Random(seed));

    Run run = Run.of(folder, script.lines.toArray(String[]::new));

    assertThat(run.lastLine()).isEqualTo("All %s devices show the same.", script.devices.size());
    assertThat(run.flowing().split(" What each device shows ", -1)[1].split(script.nails(), -1))
        .hasSize(script.devices.size() + 1);
  }

  /** A script with edits, clocks and partitions at random, and what it must come to. */
  private static final class RandomScript {

    private final Random random;
    private final List<String> devices;
    private final Set<String> offline = new TreeSet<>();
    private final List<String> lines = new ArrayList<>();
    private long nails = 1;

    RandomScript(Random random) {
      this.random = random;
      this.devices = List.of("a", "b", "c", "d").subList(0, 2 + random.nextInt(3));
      lines.add("devices " + String.join(" ", devices));
      lines.add("a add nails");
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
      String item = ITEMS.get(amount % ITEMS.size());
      Verb verb = VERBS.get(random.nextInt(VERBS.size()));
      return device
          + switch (random.nextInt(6)) {
            case 0 -> {
              nails += amount;
              yield " add " + amount + " nails";
            }
            case 1 -> {
              nails -= amount;
              yield " less " + amount + " nails";
            }
            default -> " " + new Step.Edit(device, verb, item, String.valueOf(amount));
          };
    }

    /** Returns the row of nails as it must be shown in the end. */
    String nails() {
      return nails == 1 ? "(?<![0-9] )nails" : "(?<![-0-9])" + nails + " nails";
    }
  }
}
