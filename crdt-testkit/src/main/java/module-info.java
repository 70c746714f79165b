/** The laws of state-based CRDTs, and their binding to jqwik. */
module dev.rejoin.crdt.testkit {
  requires transitive dev.rejoin.crdt;
  requires transitive io.vavr;
  requires static net.jqwik.api;
  requires static transitive org.jspecify;

  exports dev.rejoin.crdt.testkit;
}
