package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds elements to the set in a journal, and dies without closing it. */
final class DyingProcess {

  private DyingProcess() {}

  public static void main(String[] arguments) {
    Durability durability = Durability.valueOf(arguments[1]);
    Replica<ORSet<String>> replica =
        Replica.open(
            Journal.open(Path.of(arguments[0]), JournalLab.SET, new ObjectMapper(), durability),
            ORSet.<String>empty());
    JournalLab.add(replica, Arrays.copyOfRange(arguments, 2, arguments.length));
    System.out.print(replica.id());
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  /** Runs the process, and returns the id that it had. */
  static ReplicaId run(Path folder, Durability durability, String... elements)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(folder.toString(), durability.name()));
    arguments.addAll(List.of(elements));
    return ReplicaId.of(outputOf(DyingProcess.class, arguments));
  }

  /** Runs a main method in a process of its own, and returns what it prints. */
  static String outputOf(Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    return outputOf(of(main, arguments));
  }

  /** Runs a process, and returns what it says. */
  static String outputOf(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /** Returns what starts a process of its own for a main method. */
  static ProcessBuilder of(Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
