package dev.rejoin.crdt.recipes;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Syncs a replica by a message queue that loses, repeats and reorders. On one topic everybody
 * publishes changes, since those published before, in the hope that they arrived; on the other,
 * whoever finds that something is missing, or was silent for long, publishes its version.
 */
final class Subscriber {

  private final Replica<ORSet<String>> replica;
  private final Consumer<byte[]> changesTopic;
  private final Consumer<byte[]> versionsTopic;
  private Version published = Version.empty();

  Subscriber(
      Replica<ORSet<String>> replica,
      Consumer<byte[]> changesTopic,
      Consumer<byte[]> versionsTopic) {
    this.replica = replica;
    this.changesTopic = changesTopic;
    this.versionsTopic = versionsTopic;
  }

  /** Asks for what may be missing. A device does so when it starts, and now and then. */
  void ask() throws IOException {
    versionsTopic.accept(Texts.of(replica.version()));
  }

  /** Publishes what has come since the last time. */
  void publish() throws IOException {
    Changes<ORSet<String>> changes = replica.changesSince(published);
    changesTopic.accept(Texts.of(changes));
    published = changes.version();
  }

  void onChanges(byte[] text) throws IOException {
    Changes<ORSet<String>> changes = Texts.changes(text);
    switch (replica.merge(changes)) {
      case MISSING -> ask();
      case NEW_ID -> onChanges(text); // parted from the other one under that id; now merge
      case APPLIED, KNOWN -> {}
    }
  }

  void onVersion(byte[] text) throws IOException {
    Version theirs = Texts.version(text);
    if (!theirs.includes(replica.version())) {
      changesTopic.accept(Texts.of(replica.changesSince(theirs)));
    }
  }
}
