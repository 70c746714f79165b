package dev.rejoin.crdt.json;

import com.code_intelligence.jazzer.Jazzer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Writes golden files as seeds, and a dictionary, into a folder, and starts the fuzzer there. */
public final class Fuzz {

  /** What coverage is taken of; to compare values everywhere makes it several times slower. */
  private static final String COVERED = "dev.rejoin.**:com.fasterxml.jackson.dataformat.cbor.**";

  private Fuzz() {}

  /** Takes the folder, and further arguments of the fuzzer. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    Path found = Files.createDirectories(folder.resolve("found"));
    Path dictionary = folder.resolve("dictionary");
    Files.write(dictionary, dictionary());
    List<String> all =
        new ArrayList<>(
            List.of(
                "--target_class=" + ReadersFuzz.class.getName(),
                "--instrumentation_includes=" + COVERED,
                "--custom_hook_includes=dev.rejoin.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-dict=" + dictionary,
                "-max_len=600",
                "-print_final_stats=1"));
    all.addAll(Arrays.asList(arguments).subList(1, arguments.length));
    all.add(found.toString());
    all.add(seeds(folder.resolve("seeds")).toString());
    Jazzer.main(all.toArray(String[]::new));
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
