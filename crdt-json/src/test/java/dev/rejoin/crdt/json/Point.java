package dev.rejoin.crdt.json;

/** A value without a natural order, which is shown as it is written: so that is its order, too. */
record Point(int x, int y) {

  @Override
  public String toString() {
    return "{\"x\":" + x + ",\"y\":" + y + "}";
  }
}
