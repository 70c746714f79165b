package dev.rejoin.crdt.json.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.json.CrdtModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A set of 100,000 strings of 16 characters, to which three replicas added in turn, is written and
 * read, and so is a plain list of the same strings.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class JsonThroughput {

  private static final int SIZE = 100_000;

  /** What is written. */
  public enum Value {
    LIST(new TypeReference<List<String>>() {}),
    SET(new TypeReference<ORSet<String>>() {});

    private final TypeReference<?> type;

    Value(TypeReference<?> type) {
      this.type = type;
    }

    private Object of(List<String> strings) {
      if (this == LIST) {
        return strings;
      }
      List<Author> authors =
          Stream.of("A", "B", "C").map(name -> Author.of(ReplicaId.of(name))).toList();
      ORSet<String> set = ORSet.empty();
      for (int i = 0; i < strings.size(); i++) {
        set = set.add(authors.get(i % authors.size()), strings.get(i));
      }
      return set;
    }
  }

  /** How it is written. */
  public enum Encoding {
    JSON,
    CBOR;

    private ObjectMapper mapper() {
      ObjectMapper mapper = this == JSON ? new ObjectMapper() : new CBORMapper();
      return mapper.registerModule(new CrdtModule());
    }
  }

  @Param({"JSON", "CBOR"})
  Encoding encoding;

  @Param({"LIST", "SET"})
  Value value;

  private Object object;
  private byte[] bytes;
  private ObjectWriter writer;
  private ObjectReader reader;

  @Setup(Level.Trial)
  public void write() throws IOException {
    ObjectMapper mapper = encoding.mapper();
    writer = mapper.writerFor(value.type);
    reader = mapper.readerFor(value.type);
    object = value.of(strings());
    bytes = writer.writeValueAsBytes(object);
    if (!reader.readValue(bytes).equals(object)) {
      throw new IllegalStateException("what is read must be what was written, but is not");
    }
  }

  private static List<String> strings() {
    MessageDigest md5;
    try {
      md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK must have MD5", e);
    }
    List<String> strings = new ArrayList<>(SIZE);
    for (int i = 0; i < SIZE; i++) {
      byte[] digest = md5.digest(("k" + i).getBytes(StandardCharsets.UTF_8));
      strings.add(Base64.getEncoder().encodeToString(digest).substring(0, 16));
    }
    return strings;
  }

  @Benchmark
  public byte[] encode() throws IOException {
    return writer.writeValueAsBytes(object);
  }

  @Benchmark
  public Object decode() throws IOException {
    return reader.readValue(bytes);
  }
}
