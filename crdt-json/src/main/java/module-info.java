/** CRDTs as JSON, and in any other data format of Jackson. */
module dev.rejoin.crdt.json {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive dev.rejoin.crdt;
  requires static transitive org.jspecify;

  exports dev.rejoin.crdt.json;

  provides com.fasterxml.jackson.databind.Module with
      dev.rejoin.crdt.json.CrdtModule;
}
