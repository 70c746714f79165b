package dev.rejoin.crdt.example;

import dev.rejoin.crdt.ORMap;

/** A message arrives: who sent it to whom, and the lists of both at that moment. */
record Arrival(String from, ORMap<String, Item> there, String to, ORMap<String, Item> here) {}
