package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.ORSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads whatever a fuzzer comes up with. The first byte says as which type, the second whether the
 * others are JSON, CBOR or tokens of one of these, a journal, or lines of one without checksums.
 */
public final class ReadersFuzz {

  private static final ObjectMapper JSON = strict(Golden.MAPPER);
  private static final ObjectMapper CBOR = strict(Golden.CBOR);
  private static final int JOURNAL = 4;

  /** How many forms of input there are. */
  static final int FORMS = 6;

  /** The declared types, each with its golden states. */
  static final List<GoldenFolder> TYPES = Golden.folders();

  /** The last golden state of each type. */
  private static final List<Object> LIKE = TYPES.stream().map(ReadersFuzz::last).toList();

  static final TokenText TOKENS = TokenText.of(texts());

  private static final JournalCodec<ORSet<String>> CODEC =
      new JournalCodec<>(JournalLab.SET, new ObjectMapper());

  /** What messages name. */
  private static final Path FILE = Path.of(JournalLab.JOURNAL);

  private ReadersFuzz() {}

  private static ObjectMapper strict(ObjectMapper mapper) {
    return mapper.copy().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static List<byte[]> texts() {
    List<byte[]> texts = new ArrayList<>();
    try {
      for (Golden.Case golden : Golden.cases()) {
        texts.add(golden.json());
      }
    } catch (IOException e) {
      throw new IllegalStateException("golden states must be written", e);
    }
    return texts;
  }

  private static Object last(GoldenFolder folder) {
    return folder.cases().values().stream().reduce((a, b) -> b).orElseThrow();
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    if (data.length < 2) {
      return;
    }
    int type = (data[0] & 0xff) % TYPES.size();
    GoldenFolder folder = TYPES.get(type);
    int form = (data[1] & 0xff) % FORMS;
    byte[] rest = Arrays.copyOfRange(data, 2, data.length);
    Object like = LIKE.get(type);
    switch (form) {
      case 0 -> AnyInput.read(JSON, rest, folder.type(), like);
      case 1 -> AnyInput.read(CBOR, rest, folder.type(), like);
      case 2 -> AnyInput.read(JSON, TOKENS.text(rest, JSON), folder.type(), like);
      case 3 -> AnyInput.read(CBOR, TOKENS.text(rest, CBOR), folder.type(), like);
      case JOURNAL -> recover(rest);
      default -> recover(lines(rest));
    }
  }

  /** Gives each line the checksum that it must have. */
  private static byte[] lines(byte[] texts) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    int from = 0;
    for (int i = 0; i < texts.length; i++) {
      if (texts[i] == '\n') {
        lines.write(JournalScan.line(Arrays.copyOfRange(texts, from, i)));
        from = i + 1;
      }
    }
    return lines.toByteArray();
  }

  /** Goes through a file; whatever is in it, that ends, or throws an {@code IOException}. */
  private static void recover(byte[] content) throws IOException {
    Recovery<ORSet<String>> recovery =
        new Recovery<>(FILE, CODEC, changes -> changes.delta().size());
    try {
      recovery.run(new JournalScan(new ByteArrayInputStream(content)::read));
    } catch (IOException refused) {
      if (!String.valueOf(refused.getMessage()).startsWith(FILE.toString())) {
        throw refused;
      }
    }
  }
}
