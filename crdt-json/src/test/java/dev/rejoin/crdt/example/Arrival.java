package dev.rejoin.crdt.example;

/** A message arrives: who sent it to whom, and the documents of both at that moment. */
record Arrival(String from, Household there, String to, Household here) {}
