package dev.rejoin.crdt.json;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** A process that runs Jazzer, and writes all it says to a file. */
final class FuzzProcess {

  private static final String INPUTS = "stat::number_of_executed_units: ";

  /** What it says of each class, of each input that it keeps, and of words that it came upon. */
  private static final Pattern USUAL =
      Pattern.compile("INFO: .*|#\\d+\\s+(NEW|REDUCE|RELOAD|pulse) .*|\".*|###.*");

  private final Process process;
  private final Path log;

  private FuzzProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts one that ends with this process at the latest. */
  static FuzzProcess start(List<String> options, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g", "-classpath"));
    command.add(System.getProperty("java.class.path"));
    command.add(Jazzer.class.getName());
    command.addAll(options);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new FuzzProcess(process, log);
  }

  /** Waits for all of them to end, which they do once one of them finds something. */
  static void await(List<FuzzProcess> all) {
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    for (FuzzProcess each : all) {
      ends.add(each.process.onExit().thenAccept(ended -> endUnless(each.isFine(), all)));
    }
    ends.forEach(CompletableFuture::join);
  }

  private static void endUnless(boolean isFine, List<FuzzProcess> all) {
    if (!isFine) {
      all.forEach(each -> each.process.destroy());
    }
  }

  /** Returns whether it has come to its end without finding anything. */
  boolean isFine() {
    return process.exitValue() == 0;
  }

  /** Returns how many inputs it has tried, as it says at its end. */
  long inputs() throws IOException {
    return lines().stream()
        .filter(line -> line.startsWith(INPUTS))
        .mapToLong(line -> Long.parseLong(line.substring(INPUTS.length()).trim()))
        .findFirst()
        .orElseThrow(() -> new IOException(log + " must say how many inputs were tried"));
  }

  /** Returns the lines that it does not say in every run. */
  List<String> unusual() throws IOException {
    return lines().stream().filter(line -> !USUAL.matcher(line).matches()).toList();
  }

  /** Inputs, of which there are some in it, are no UTF-8. */
  private List<String> lines() throws IOException {
    return Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
  }
}
