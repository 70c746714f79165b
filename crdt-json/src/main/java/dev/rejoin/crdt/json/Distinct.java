package dev.rejoin.crdt.json;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Watches that elements or keys are read once each, and that few of them share a hash code. */
final class Distinct {

  private final Set<Object> known = new HashSet<>();
  private final Collisions collisions;
  private final String subject;
  private final FormatReader in;

  /** Takes what one content is called in an error, with its article. */
  Distinct(String subject, FormatReader in) {
    this.collisions = Collisions.ofKeys(in);
    this.subject = subject;
    this.in = in;
  }

  /** Takes the next content, refuses it if it was there before, and returns it. */
  Object next(Object content) throws IOException {
    if (!in.built(() -> known.add(content))) {
      throw in.refused("%s must be given once, but this one was given before", subject);
    }
    return collisions.next(content);
  }
}
