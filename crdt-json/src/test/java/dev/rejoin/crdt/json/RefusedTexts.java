package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The texts of {@code refused.txt}: of each rule one that keeps it and some that break it.
 *
 * @param rule what a text must keep to
 * @param declared the type that it is read as
 * @param text what is read or refused
 * @param isRefused whether it breaks the rule
 */
record RefusedTexts(String rule, JsonNode declared, String text, boolean isRefused) {

  static List<RefusedTexts> all() throws IOException {
    List<RefusedTexts> all = new ArrayList<>();
    String rule = "";
    JsonNode declared = Samples.MAPPER.nullNode();
    for (String line : lines()) {
      String[] parts = line.split(" ", 2);
      switch (parts[0]) {
        case "#" -> rule = parts[1];
        case "type" -> declared = Samples.MAPPER.readTree(parts[1]);
        case "read" -> all.add(new RefusedTexts(rule, declared, parts[1], false));
        case "refused" -> all.add(new RefusedTexts(rule, declared, parts[1], true));
        default -> throw new IOException("a line must be of a known kind, was " + line);
      }
    }
    return all;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = RefusedTexts.class.getResourceAsStream("refused.txt")) {
      String text =
          new String(Objects.requireNonNull(in, "in").readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isEmpty()).toList();
    }
  }
}
