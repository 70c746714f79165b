package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that is large, deep or lies about its size, read with little memory and little stack. */
class HostileSizesTest {

  @TempDir Path temp;

  private List<String> said(String... memory) throws IOException, InterruptedException {
    ProcessBuilder builder = DyingProcess.of(SmallProcess.class, List.of());
    List<String> command = new ArrayList<>(builder.command());
    command.addAll(1, List.of(memory));
    Path errors = temp.resolve("errors");
    Process process = builder.command(command).redirectError(errors.toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(() -> said + read(errors)).isZero();
    System.out.print(read(errors));
    return said.lines().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void itIsReadOrRefused() throws IOException, InterruptedException {
    assertThat(said("-Xmx128m", "-Xss384k"))
        .containsExactlyElementsOf(
            """
            texts in an ORSet: read
            records in an ORSet: contents of one hash code must be at most 1000, were 1001 or more
            texts in a GSet: read
            keys of an LWWMap: read
            keys of an ORMap: read
            ties of an LWWRegister: contents of one hash code must be at most 1000, were 1001 or more
            type 7a: Unexpected end-of-input in VALUE_STRING
            replica 7a: Unexpected end-of-input in VALUE_STRING
            value 7a: Unexpected end-of-input in VALUE_STRING
            type 5a: type must be "ORSet", was something else
            replica 5a: replica id must be a string, was something else
            value 5a: ORSet must be an object, was something else
            type 9a: type must be "ORSet", was an array
            replica 9a: replica id must be a string, was an array
            value 9a: ORSet must be an object, was an array
            type ba: type must be "ORSet", was an object
            replica ba: replica id must be a string, was an object
            value ba: next field must be "type", was "a"
            type c25a: Unexpected end-of-input for Binary value: expected 1073741824 bytes, only found 100
            replica c25a: Unexpected end-of-input for Binary value: expected 1073741824 bytes, only found 100
            value c25a: Unexpected end-of-input for Binary value: expected 1073741824 bytes, only found 100
            GCounter of a million: replicas must be at most 100000, were 100001 or more
            GCounter: replicas must be at most 100000, were 100001 or more
            CausalContext: replicas must be at most 100000, were 100001 or more
            Version: replicas must be at most 100000, were 100001 or more
            ORSet: replicas must be at most 100000, were 100001 or more
            wide GCounter: read
            wide CausalContext: read
            wide Version: read
            elements in elements: Document nesting depth (1001) exceeds the maximum allowed (1000, from `StreamReadConstraints.getMaxNestingDepth()`)
            type of objects: type must be "ORSet", was an object
            live of arrays: content must be a string, was an array
            trees: states must be nested at most 200 deep, were 201 or more
            trees of a mapper that goes deeper: states must be nested at most 200 deep, were 201 or more
            """
                .lines()
                .toList());
  }
}
