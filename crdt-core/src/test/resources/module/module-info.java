module shop.app {
  requires dev.rejoin.crdt;

  exports app.main; // what is not exported, app.model, must be open
  // opens app.model
}
