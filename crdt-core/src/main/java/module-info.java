/** Immutable, state-based CRDTs, the causality that they rest on, and replicas that sync them. */
module dev.rejoin.crdt {
  requires transitive io.vavr;
  requires static transitive org.jspecify;

  exports dev.rejoin.crdt;
  exports dev.rejoin.crdt.sync;
}
