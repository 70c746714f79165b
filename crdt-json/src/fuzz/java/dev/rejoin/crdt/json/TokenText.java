package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Well-formed input of one byte a token, so that whatever a fuzzer does to the bytes gives other
 * well-formed input. What closes nothing is left out, and what is open at the end is closed.
 */
final class TokenText {

  private static final int MOST = 256;
  private static final List<String> FIXED =
      List.of("{", "}", "[", "]", "null", "true", "false", "-1", "1.5", "9007199254740992");

  private final List<String> tokens;

  private TokenText(List<String> tokens) {
    this.tokens = tokens;
  }

  /** Returns the one that knows the names and scalars of those texts, the most frequent ones. */
  static TokenText of(List<byte[]> texts) {
    Map<String, Integer> counts = new TreeMap<>();
    for (byte[] text : texts) {
      shown(text).forEach(token -> counts.merge(token, 1, Integer::sum));
    }
    FIXED.forEach(counts::remove);
    List<String> tokens = new ArrayList<>(FIXED);
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST - FIXED.size())
        .forEach(entry -> tokens.add(entry.getKey()));
    return new TokenText(List.copyOf(tokens));
  }

  /** Returns the tokens of a text, strings and names behind a quote. */
  private static List<String> shown(byte[] text) {
    List<String> shown = new ArrayList<>();
    try (JsonParser parser = Samples.MAPPER.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean isText = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
        shown.add(isText ? '"' + parser.getText() : parser.getText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("golden texts must be read", e);
    }
    return shown;
  }

  List<String> tokens() {
    return tokens;
  }

  /** Returns the bytes that {@link #text} turns into that text, or one much like it. */
  byte[] bytes(byte[] text) {
    List<String> shown = shown(text);
    byte[] bytes = new byte[shown.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.max(0, tokens.indexOf(shown.get(i)));
    }
    return bytes;
  }

  /** Returns what the bytes say, in the format of a mapper. */
  byte[] text(byte[] bytes, ObjectMapper mapper) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator out = mapper.createGenerator(text)) {
      Writing writing = new Writing(out);
      for (byte number : bytes) {
        writing.write(tokens.get((number & 0xff) % tokens.size()));
      }
      writing.endAll();
    }
    return text.toByteArray();
  }

  /** Makes one value of the tokens that come. */
  private static final class Writing {

    private static final int DEEPEST = 40;

    private final JsonGenerator out;
    private final Deque<String> ends = new ArrayDeque<>();
    private boolean isNamed;
    private boolean isDone;

    private Writing(JsonGenerator out) {
      this.out = out;
    }

    private void write(String token) throws IOException {
      boolean isEnd = token.equals("}") || token.equals("]");
      boolean isOpening = token.equals("{") || token.equals("[");
      if (isDone || (isEnd && !token.equals(ends.peek())) || (isOpening && ends.size() == DEEPEST)) {
        return;
      }
      if (isEnd && !isNamed) {
        end();
      } else if (!isEnd && "}".equals(ends.peek()) && !isNamed) {
        out.writeFieldName(text(token));
        isNamed = true;
      } else if (!isEnd) {
        writeValue(token);
      }
    }

    private static String text(String token) {
      return token.startsWith("\"") ? token.substring(1) : token;
    }

    private void writeValue(String token) throws IOException {
      isNamed = false;
      switch (token) {
        case "{" -> {
          out.writeStartObject();
          ends.push("}");
        }
        case "[" -> {
          out.writeStartArray();
          ends.push("]");
        }
        case "null" -> out.writeNull();
        case "true", "false" -> out.writeBoolean(token.equals("true"));
        default -> writeScalar(token);
      }
      isDone = ends.isEmpty();
    }

    private void writeScalar(String token) throws IOException {
      if (token.startsWith("\"")) {
        out.writeString(text(token));
      } else if (token.contains(".")) {
        out.writeNumber(Double.parseDouble(token));
      } else if (token.length() < 19) {
        out.writeNumber(Long.parseLong(token));
      } else {
        out.writeNumber(new BigInteger(token));
      }
    }

    private void end() throws IOException {
      if (ends.pop().equals("}")) {
        out.writeEndObject();
      } else {
        out.writeEndArray();
      }
      isDone = ends.isEmpty();
    }

    private void endAll() throws IOException {
      if (isNamed) {
        writeValue("null");
      }
      while (!ends.isEmpty()) {
        end();
      }
    }
  }
}
