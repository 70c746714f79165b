/** The laws of state-based CRDTs, their search, and its bindings to jqwik and JUnit Jupiter. */
module dev.rejoin.crdt.testkit {
  requires transitive dev.rejoin.crdt;
  requires transitive io.vavr;
  requires static net.jqwik.api;
  requires static org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports dev.rejoin.crdt.testkit;
}
