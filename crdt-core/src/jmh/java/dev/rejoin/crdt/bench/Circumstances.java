package dev.rejoin.crdt.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** What was measured, where and when. */
final class Circumstances {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Circumstances() {}

  static ObjectNode of(Plan plan, Path module) throws IOException, InterruptedException {
    ObjectNode file = JSON.createObjectNode();
    file.put("plan", plan.name());
    file.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    file.put("commit", git(module, "rev-parse", "HEAD"));
    file.put("uncommitted", !git(module, status(plan.sources())).isEmpty());
    file.put("digest", Digest.of(module, plan.sources()));
    file.set("machine", machine());
    file.set("jdk", jdk());
    file.set(
        "rounds",
        JSON.createObjectNode()
            .put("forks", plan.forks())
            .put("warmups", plan.warmups())
            .put("warmupMillis", plan.warmupMillis())
            .put("rounds", plan.rounds())
            .put("roundMillis", plan.roundMillis()));
    return file;
  }

  private static String[] status(List<String> folders) {
    Stream<String> files = folders.stream().map(folder -> ":(glob)" + folder + "/*.java");
    return Stream.concat(Stream.of("status", "--porcelain", "--"), files).toArray(String[]::new);
  }

  private static ObjectNode machine() throws IOException {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return JSON.createObjectNode()
        .put("cpu", cpu())
        .put("cores", system.getAvailableProcessors())
        .put("memoryBytes", system.getTotalMemorySize())
        .put("os", system.getName() + " " + system.getVersion() + " " + system.getArch());
  }

  private static String cpu() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return "unknown";
    }
    try (Stream<String> lines = Files.lines(info)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }

  private static ObjectNode jdk() {
    ObjectNode jdk =
        JSON.createObjectNode()
            .put("vendor", System.getProperty("java.vendor"))
            .put("version", System.getProperty("java.vm.version"))
            .put("vm", System.getProperty("java.vm.name"));
    jdk.set("flags", JSON.valueToTree(Plan.FLAGS));
    return jdk;
  }

  /** Returns what git says. What it cannot say must not be in the file as if it were known. */
  private static String git(Path module, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    Process git =
        new ProcessBuilder(command)
            .directory(module.toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream out = git.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (git.waitFor() != 0) {
        throw new IllegalStateException(
            "git must tell what is measured, but failed: " + String.join(" ", command));
      }
      return said;
    }
  }
}
