/** Benchmarks of the JSON and the journal, run by the profile {@code bench-json}. */
@NullMarked
package dev.rejoin.crdt.json.bench;

import org.jspecify.annotations.NullMarked;
