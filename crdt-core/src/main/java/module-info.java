/** Immutable, state-based CRDTs and the causality that they rest on. */
module dev.rejoin.crdt {
  requires transitive io.vavr;
  requires static transitive org.jspecify;

  exports dev.rejoin.crdt;
}
