module app {
  requires dev.rejoin.crdt.testkit;
}
