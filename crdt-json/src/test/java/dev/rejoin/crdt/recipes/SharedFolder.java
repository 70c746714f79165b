package dev.rejoin.crdt.recipes;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Outcome;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Syncs a replica through a folder that Dropbox, Syncthing or a pocket with a USB stick carries to
 * other devices. Each device writes one file, its own, so the carrier never has to merge two; a
 * copy that it makes all the same, as on a conflict, is one more snapshot.
 */
final class SharedFolder {

  private final Replica<ORSet<String>> replica;
  private final Path folder;
  private final Path own;
  private final Path half;
  private final List<Path> unread = new ArrayList<>();

  /** Makes the side of a device, of whose name no other has a file there. */
  SharedFolder(Replica<ORSet<String>> replica, Path folder, String device) {
    this.replica = replica;
    this.folder = folder;
    this.own = folder.resolve(device + ".json");
    this.half = folder.resolve(device + ".json.half");
  }

  /** Returns whether anything was learnt; if so, it is worth while to sync the others again. */
  boolean sync() throws IOException {
    Version before = replica.version();
    for (Path file : snapshots()) {
      try {
        Changes<ORSet<String>> found = Texts.changes(Files.readAllBytes(file));
        if (replica.merge(found) == Outcome.NEW_ID) {
          replica.merge(found); // its own, from before a backup was restored
        }
      } catch (IOException halfCopiedOrForeign) {
        unread.add(file); // and tried again the next time
      }
    }
    Files.write(half, Texts.of(replica.snapshot()));
    Files.move(half, own, ATOMIC_MOVE); // nobody sees half of it
    return !before.equals(replica.version());
  }

  /** Returns the files that were skipped last time. */
  List<Path> unread() {
    return List.copyOf(unread);
  }

  private List<Path> snapshots() throws IOException {
    unread.clear();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
