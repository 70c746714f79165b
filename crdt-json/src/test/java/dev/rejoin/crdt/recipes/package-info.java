/** Ways to carry changes between replicas, each small enough to be taken over into an app. */
@NullMarked
package dev.rejoin.crdt.recipes;

import org.jspecify.annotations.NullMarked;
