package dev.rejoin.crdt.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunTest {

  private static final Path MODULE = Path.of("");
  private static final List<String> SOURCES = List.of("src/main/java/dev/rejoin/crdt");

  @Test
  void whatWasMeasuredIsKeptIfBenchmarkFails() throws IOException {
    Task good = Task.counts("mergeVectorRejoin", 3);
    Task bad = new Task("Counts.mergeVectorRejoin", new TreeMap<>(Map.of("replicas", "three")));
    List<Memory.Subject> memory = new ArrayList<>(Memory.sets(100));
    memory.add(new Memory.Subject(Memory.HISTORY, 100));
    Plan plan = new Plan("test", 1, 1, 1, 10, 10, List.of(bad, good), memory, SOURCES);

    assertThatThrownBy(() -> Run.of(plan, MODULE)).hasMessage("failed: " + bad);

    JsonNode file = new ObjectMapper().readTree(MODULE.resolve("target/jmh/test.json").toFile());
    assertThat(file.get("failed")).singleElement().hasToString('"' + bad.toString() + '"');
    assertThat(file.get("benchmarks")).hasSize(1);
    assertThat(file.get("memory")).hasSize(6);
    assertThat(file.get("digest").asText()).isEqualTo(Digest.of(MODULE, SOURCES));
  }

  @Test
  void runWithoutMemoryMeasuresNone() throws IOException, InterruptedException {
    Task task = Task.counts("mergeVectorRejoin", 3);

    Run.of(new Plan("test", 1, 1, 1, 10, 10, List.of(task), List.of(), SOURCES), MODULE);

    JsonNode file = new ObjectMapper().readTree(MODULE.resolve("target/jmh/test.json").toFile());
    assertThat(file.get("memory")).isEmpty();
    assertThat(file.get("benchmarks")).hasSize(1);
  }

  @Test
  void eachBenchmarkOfAPlanIsThereOnce() {
    List<Task> all = new ArrayList<>(Plan.of("full").tasks());
    all.addAll(Plan.of("sync").tasks());

    assertThat(all).doesNotHaveDuplicates().containsAll(Plan.of("quick").tasks());
  }

  @Test
  void unknownPlanIsRefused() {
    assertThatThrownBy(() -> Plan.of("most"))
        .hasMessage("bench must be full, sync, quick, smoke, table or check, was most");
  }
}
