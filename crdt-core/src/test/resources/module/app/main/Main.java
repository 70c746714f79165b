package app.main;

import app.model.Rows;
import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.GCounter;

public final class Main {

  /** Public, and in an exported package: it need not be open. */
  public record Count(GCounter clicks) implements CrdtRecord<Count> {}

  private Main() {}

  public static void main(String[] args) {
    System.out.println(CrdtRecord.empty(Count.class));
    try {
      System.out.println(Rows.texts());
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getName() + ": " + e.getMessage());
    }
  }
}
