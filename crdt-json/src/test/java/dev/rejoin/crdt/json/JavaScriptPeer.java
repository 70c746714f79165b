package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The peer in JavaScript, which is handed all requests at once and answers each. It knows the
 * records of the golden files.
 */
final class JavaScriptPeer {

  /** Why tests that need the peer are left out where it cannot run. */
  static final String ABSENT = "node 20 or later is not on the path, so no JavaScript was run";

  private static final Path MAIN = Path.of("src", "test", "js", "peer.mjs");
  private static final int LEAST_VERSION = 20;
  private static final long MOST_SECONDS = 60;

  private final Path folder;
  private final List<JsonNode> requests = new ArrayList<>();

  /** Takes where files can be kept for the time being. */
  JavaScriptPeer(Path folder) throws IOException {
    this.folder = folder;
    JsonNode index = Samples.MAPPER.readTree(Golden.ROOT.resolve("index.json").toFile());
    requests.add(Samples.MAPPER.createObjectNode().set("records", index.required("records")));
  }

  /** Returns whether there is a {@code node} that can run the peer. */
  static boolean isThere() {
    return Node.IS_THERE;
  }

  /** Looks for {@code node} once. */
  private static final class Node {

    private static final boolean IS_THERE = isThere();

    private static boolean isThere() {
      try {
        String version = DyingProcess.outputOf(new ProcessBuilder("node", "--version"));
        return Integer.parseInt(version.substring(1, version.indexOf('.'))) >= LEAST_VERSION;
      } catch (IOException noNode) {
        return false;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Adds a request about states of that type, and returns it to be filled in. */
  ObjectNode ask(JsonNode declared) {
    ObjectNode request = Samples.MAPPER.createObjectNode().set("type", declared);
    requests.add(request);
    return request;
  }

  /** Adds a request for the merge of two texts. */
  void askToMerge(JsonNode declared, String mine, String theirs) {
    ask(declared).put("mine", mine).put("theirs", theirs);
  }

  /** Returns the answers to all requests, and forgets these. */
  List<JsonNode> answers() throws IOException, InterruptedException {
    Path in = folder.resolve("requests");
    Path out = folder.resolve("answers");
    Path errors = folder.resolve("errors");
    List<String> lines = new ArrayList<>();
    for (JsonNode request : requests) {
      lines.add(Samples.MAPPER.writeValueAsString(request));
    }
    Files.write(in, lines);
    requests.clear();
    run(
        new ProcessBuilder("node", MAIN.toString())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile()),
        errors);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : Files.readString(out).lines().toList()) {
      answers.add(Samples.MAPPER.readTree(line));
    }
    return answers;
  }

  private static void run(ProcessBuilder builder, Path errors)
      throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      boolean isOver = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
      String said = Files.readString(errors, StandardCharsets.UTF_8);
      assertThat(isOver).as("over after %s seconds, said: %s", MOST_SECONDS, said).isTrue();
      assertThat(process.exitValue()).as("exit value, said: %s", said).isZero();
      assertThat(said).as("what node said").isEmpty();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
