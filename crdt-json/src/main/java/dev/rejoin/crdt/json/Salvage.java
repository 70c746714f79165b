package dev.rejoin.crdt.json;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;

/** Cuts a journal at its first faulty line. */
final class Salvage {

  private static final String DAMAGED = "journal.damaged";

  private Salvage() {}

  static Option<Journal.Dropped> of(JournalFolder folder, Path journal, Disk disk)
      throws IOException {
    try (JournalFile file = JournalFile.open(journal, disk)) {
      JournalScan scan = file.scan();
      while (scan.advance()) {
        if (scan.fault() != null) {
          String reason = scan.fault() + " (line " + scan.number() + ")";
          long offset = scan.start();
          Journal.Dropped dropped = new Journal.Dropped(offset, file.end() - offset, reason);
          file.copyFrom(offset, folder.file(DAMAGED));
          disk.forceNames(folder.path());
          folder.renew(); // what is left must not pass for all that was written
          file.cut(offset);
          return Option.of(dropped);
        }
      }
      return Option.none();
    }
  }
}
