package dev.rejoin.crdt.example;

/** How a run went, and the last line that it prints. */
record Verdict(boolean isGood, String lastLine) {}
