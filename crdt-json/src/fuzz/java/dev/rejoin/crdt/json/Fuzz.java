package dev.rejoin.crdt.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes golden files as seeds, and a dictionary, into a folder, and lets several processes fuzz
 * there, each of which also goes on with what the others found.
 */
public final class Fuzz {

  /** What coverage is taken of; to compare values everywhere makes it several times slower. */
  private static final String COVERED = "dev.rejoin.**:com.fasterxml.jackson.dataformat.cbor.**";

  /** What makes inputs and judges them: to be led through that leads nowhere, and takes longest. */
  private static final String NOT_COVERED =
      Stream.of(
              "AnyInput", "Golden", "JournalLab", "LivePlaces", "ReadersFuzz", "Samples", "Token")
          .map(name -> "dev.rejoin.crdt.json." + name + "**")
          .collect(Collectors.joining(":"));

  private Fuzz() {}

  /**
   * Takes the folder, how many processes there are, how many seconds they take, and the seed of the
   * first, or 0 for any.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<String> options = options(folder, Integer.parseInt(arguments[2]));
    long given = Long.parseLong(arguments[3]);
    long seed = given == 0 ? 1 + new SecureRandom().nextInt(1_000_000) : given;
    System.out.printf("Fuzzing with -Dfuzz.seed=%d, as %s/process*.log tell%n", seed, folder);
    long start = System.nanoTime();
    List<FuzzProcess> processes = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      List<String> all = new ArrayList<>(List.of("-seed=" + (seed + i)));
      all.addAll(options);
      processes.add(FuzzProcess.start(all, folder.resolve("process" + (i + 1) + ".log")));
    }
    FuzzProcess.await(processes);
    report(processes, (System.nanoTime() - start) / 1e9);
  }

  private static void report(List<FuzzProcess> processes, double seconds) throws IOException {
    long inputs = 0;
    for (FuzzProcess process : processes) {
      if (process.isFine()) {
        inputs += process.inputs();
      } else {
        process.unusual().forEach(System.out::println);
      }
    }
    if (!processes.stream().allMatch(FuzzProcess::isFine)) {
      throw new IllegalStateException("inputs must be read or refused, but one was not; see above");
    }
    System.out.printf(
        Locale.ROOT,
        "%d inputs in %.0f seconds, %.0f a second, and nothing found%n",
        inputs,
        seconds,
        inputs / seconds);
  }

  private static List<String> options(Path folder, int seconds) throws IOException {
    Path dictionary = Files.write(folder.resolve("dictionary"), dictionary());
    return List.of(
        "--target_class=" + ReadersFuzz.class.getName(),
        "--instrumentation_includes=" + COVERED,
        "--instrumentation_excludes=" + NOT_COVERED,
        "--custom_hook_includes=dev.rejoin.**",
        "--custom_hook_excludes=" + NOT_COVERED,
        "--reproducer_path=" + folder,
        "-artifact_prefix=" + folder + "/",
        "-dict=" + dictionary,
        "-max_len=600",
        "-max_total_time=" + seconds,
        "-print_final_stats=1",
        Files.createDirectories(folder.resolve("found")).toString(),
        seeds(folder.resolve("seeds")).toString());
  }

  /** Writes each golden state in every form, and each journal as it is and without checksums. */
  private static Path seeds(Path seeds) throws IOException {
    Files.createDirectories(seeds);
    int number = 0;
    for (int type = 0; type < ReadersFuzz.TYPES.size(); type++) {
      GoldenFolder folder = ReadersFuzz.TYPES.get(type);
      for (Object state : folder.cases().values()) {
        byte[] json = Golden.MAPPER.writerFor(folder.type()).writeValueAsBytes(state);
        byte[] cbor = Golden.CBOR.writerFor(folder.type()).writeValueAsBytes(state);
        byte[] tokens = ReadersFuzz.TOKENS.bytes(json);
        byte[][] forms = {json, cbor, tokens, tokens};
        for (int form = 0; form < forms.length; form++) {
          Files.write(seeds.resolve("seed" + number++), seed(type, form, forms[form]));
        }
      }
    }
    for (var file : Golden.files().entrySet()) {
      if (file.getKey().startsWith(Golden.JOURNALS)) {
        String lines = new String(file.getValue(), StandardCharsets.UTF_8);
        byte[] texts = lines.replaceAll("(?m)^[0-9a-f]{8} ", "").getBytes(StandardCharsets.UTF_8);
        Files.write(seeds.resolve("seed" + number++), seed(0, 4, file.getValue()));
        Files.write(seeds.resolve("seed" + number++), seed(0, 5, texts));
      }
    }
    return seeds;
  }

  private static byte[] seed(int type, int form, byte[] rest) {
    ByteArrayOutputStream seed = new ByteArrayOutputStream();
    seed.write(type);
    seed.write(form);
    seed.writeBytes(rest);
    return seed.toByteArray();
  }

  private static List<String> dictionary() {
    List<String> lines = new ArrayList<>();
    for (String token : ReadersFuzz.TOKENS.tokens()) {
      String text = token.startsWith("\"") ? token + '"' : token;
      String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
      lines.add('"' + hex.replaceAll("(..)", "\\\\x$1") + '"');
    }
    return lines;
  }
}
