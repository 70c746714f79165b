package dev.rejoin.crdt.example;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rejoin.crdt.ORMap;
import java.util.Objects;

/**
 * What one device says to another, always as the text of {@link Wire}: what it believes the other
 * lacks, and the last message of the other that it has got.
 *
 * @param number counts the messages from one device to the other, from 1
 * @param acknowledges the greatest number received from the other; 0 for none
 */
record Message(
    @JsonProperty(required = true) String from,
    @JsonProperty(required = true) String to,
    @JsonProperty(required = true) long number,
    @JsonProperty(required = true) long acknowledges,
    @JsonProperty(required = true) ORMap<String, Item> delta) {

  Message {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(delta, "delta");
    if (number < 1 || acknowledges < 0) {
      throw new IllegalArgumentException(
          "number must be at least 1 and acknowledges at least 0, were "
              + number
              + " and "
              + acknowledges);
    }
  }

  boolean hasNews() {
    return !delta.equals(ORMap.empty());
  }

  /** Returns this message as it would be without deltas: with all that its sender has. */
  Message withWhole(ORMap<String, Item> document) {
    return new Message(from, to, number, acknowledges, document);
  }
}
