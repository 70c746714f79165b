/**
 * The demo, and a worked example of an app on crdt-core and crdt-json: several devices share a
 * household's shopping list, edit it offline and exchange JSON. {@link
 * dev.rejoin.crdt.example.Demo} says where to start.
 */
@NullMarked
package dev.rejoin.crdt.example;

import org.jspecify.annotations.NullMarked;
