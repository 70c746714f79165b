package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ORSet;
import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CborTest {

  private final ObjectMapper cbor = new CBORMapper().registerModule(new CrdtModule());

  @ParameterizedTest
  @MethodSource("dev.rejoin.crdt.json.Samples#all")
  void bytesAreReadBack(Samples.Sample sample) throws IOException {
    byte[] bytes = cbor.writeValueAsBytes(sample.state());

    assertThat((Object) cbor.readValue(bytes, sample.type())).isEqualTo(sample.state());
  }

  @Test
  void sizesAreKnownBeforehand() throws IOException {
    ORSet<String> set = ORSet.<String>empty().add(Samples.author(Samples.PHONE), "milk");

    String hex = HexFormat.of().formatHex(cbor.writeValueAsBytes(set));

    assertThat(hex)
        .isEqualTo(
            "a5"
                + ("6474797065" + "654f52536574")
                + ("66666f726d6174" + "01")
                + ("687265706c69636173" + "81" + "6570686f6e65")
                + ("647365656e" + "81" + "820101")
                + ("646c697665" + "81" + "83" + "00" + "646d696c6b" + "01"));
  }

  @Test
  void atomsAreReadBack() throws IOException {
    Dot dot = new Dot(Samples.PHONE, Dot.MAX_COUNTER);

    assertThat(cbor.readValue(cbor.writeValueAsBytes(dot), Dot.class)).isEqualTo(dot);
    assertThat(cbor.readValue(cbor.writeValueAsBytes(Samples.stamp()), HybridTimestamp.class))
        .isEqualTo(Samples.stamp());
  }

  @Test
  void aThousandKeysTakeLittleMoreThanTheirTexts() throws IOException {
    Author phone = Samples.author(Samples.PHONE);
    ORSet<String> set =
        ORSet.<String>empty()
            .addAll(phone, IntStream.range(10_000, 11_000).mapToObj(Integer::toString).toList());

    byte[] bytes = cbor.writeValueAsBytes(set);

    assertThat(bytes.length - 1000 * 5).isLessThan(1000 * 2 + 100);
  }
}
