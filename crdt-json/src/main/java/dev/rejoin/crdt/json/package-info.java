/**
 * CRDTs as JSON, and in any other data format of Jackson.
 *
 * <pre>{@code
 * ObjectMapper mapper = new ObjectMapper().registerModule(new CrdtModule());
 * Author phone = Author.of(ReplicaId.of("phone"));
 * Author laptop = Author.of(ReplicaId.of("laptop"));
 *
 * ORSet<String> list = ORSet.<String>empty().add(phone, "milk").add(laptop, "eggs");
 * String json = mapper.writeValueAsString(list);
 * // {"type":"ORSet","format":1,"replicas":["laptop","phone"],
 * //  "seen":[[1,1],[1,1]],"live":[["eggs",0,1],["milk",1,1]]}
 * ORSet<String> same = mapper.readValue(json, new TypeReference<ORSet<String>>() {});
 * }</pre>
 *
 * <p>{@link dev.rejoin.crdt.json.Journal} keeps a replica in a file of such texts.
 *
 * <p>Whole states and deltas are written alike: a delta is a value of the same type.
 *
 * <h2>Format</h2>
 *
 * <p>Every CRDT is an object that opens with {@code "type"}, the simple name of its class, and
 * {@code "format"}, the number 1. Format 1 is frozen: what is written now can be read by all later
 * versions. The fields that follow are, in this order:
 *
 * <table>
 *   <caption>Fields of each type</caption>
 *   <thead>
 *     <tr><th>type</th><th>fields</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr>
 *       <td>{@code GCounter}, {@code VersionVector}</td>
 *       <td>{@code "counts":{"phone":3,"tablet":1}}</td>
 *     </tr>
 *     <tr>
 *       <td>{@code PNCounter}</td>
 *       <td>{@code "increments":{"phone":3},"decrements":{"tablet":1}}</td>
 *     </tr>
 *     <tr>
 *       <td>{@code ResettableCounter}</td>
 *       <td>{@code "increments":{"phone":3},"decrements":{},"incrementFloors":{"phone":2},
 *           "decrementFloors":{}}: all that was ever counted, and the part of it that was reset</td>
 *     </tr>
 *     <tr>
 *       <td>{@code Version}</td>
 *       <td>{@code "entries":{"phone":[3,1234567]}}: count and tag of each entry</td>
 *     </tr>
 *     <tr>
 *       <td>{@code Changes}</td>
 *       <td>{@code "since":{"phone":[3,1234567]},"version":{"tablet":[1,7654321]},"delta":...}:
 *           the entries of the one version, those of the other that exceed them, left out if none
 *           does, and the delta as its type is written, left out if it is the empty state of a type
 *           of this table</td>
 *     </tr>
 *     <tr>
 *       <td>{@code CausalContext}</td>
 *       <td>{@code "seen":{"phone":[1,3,5,5]}}: first and last counter of each range</td>
 *     </tr>
 *     <tr>
 *       <td>{@code LWWRegister}</td>
 *       <td>{@code "timestamp":{"millis":1767225600000,"counter":0,"replica":"phone"},
 *           "values":["tea"]}; neither of them if nothing was ever assigned</td>
 *     </tr>
 *     <tr>
 *       <td>{@code LWWMap}</td>
 *       <td>{@code "replicas":["phone"],"entries":[["milk",1767225600000,0,0,2],["tea",
 *           1767225600000,1,0]]}: each key with the milliseconds, the counter and the replica's
 *           index of its timestamp, and with its value; none if it was removed</td>
 *     </tr>
 *     <tr>
 *       <td>{@code GSet}</td>
 *       <td>{@code "elements":["eggs","milk"]}</td>
 *     </tr>
 *     <tr>
 *       <td>{@code ORSet}, {@code MVRegister}, {@code EWFlag}, {@code CausalCounter}, {@code
 *           ORMap}</td>
 *       <td>{@code "replicas":["phone","tablet"],"seen":[[1,3,5,5],[1,9]],"live":...}: what was
 *           seen of each replica, and the body</td>
 *     </tr>
 *   </tbody>
 * </table>
 *
 * <p>The body of a causal state says what lives, each dot by the index of its replica and its
 * counter. A state that is nested in a map has nothing but its body, however deep it is.
 *
 * <table>
 *   <caption>Bodies of causal states</caption>
 *   <thead>
 *     <tr><th>type</th><th>body</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr>
 *       <td>{@code ORSet}</td>
 *       <td>{@code [["milk",0,3],["eggs",0,5,1,2]]}: each element with its dots</td>
 *     </tr>
 *     <tr>
 *       <td>{@code MVRegister}</td>
 *       <td>{@code [[0,3,1767225600000,0,"tea"]]}: each dot with the milliseconds and the counter
 *           of the timestamp, and with the value</td>
 *     </tr>
 *     <tr>
 *       <td>{@code EWFlag}</td>
 *       <td>{@code [0,3,1,2]}: the dots</td>
 *     </tr>
 *     <tr>
 *       <td>{@code CausalCounter}</td>
 *       <td>{@code [[0,3,7,0]]}: each dot with increments and decrements</td>
 *     </tr>
 *     <tr>
 *       <td>{@code ORMap}</td>
 *       <td>{@code [["shopping",[["milk",0,3]]]]}: each key with the body of its value</td>
 *     </tr>
 *     <tr>
 *       <td>a {@code CausalRecord} in a map</td>
 *       <td>{@code {"done":[0,4],"tags":[["red",0,5]]}}: the bodies of the components in which a
 *           dot lives, by name</td>
 *     </tr>
 *   </tbody>
 * </table>
 *
 * <p>A {@code ReplicaId} is a string, also as the key of a map; a {@code HybridTimestamp} is the
 * object shown above, and a {@code Dot} is {@code {"replica":"phone","counter":3}}. Elements and
 * values are written and read as their own type is, type ids included.
 *
 * <h2>Canonical</h2>
 *
 * <p>Equal states are written as equal bytes, on every JVM and however they came about, as long as
 * mappers are configured alike and equal elements and values are written as equal bytes themselves.
 * (A {@code Set.of("a", "b")} is not: its order changes from run to run.) Replicas ascend by their
 * ids, ranges and dots ascend, entries of an {@code ORSet} and an {@code ORMap} ascend by the least
 * dots in them, those of an {@code LWWMap} by their timestamps, and components of a record in a map
 * by their names, so that their order in the program does not show. Where there is nothing but the
 * values themselves, they stand in the order in which they are shown, which rests on their natural
 * order or on their {@code toString}: the elements of a {@code GSet}, tied values, and keys of one
 * timestamp.
 *
 * <h2>Strict</h2>
 *
 * <p>Whatever the bytes, reading gives a state that some history of edits can reach, or throws a
 * {@code JsonProcessingException}. What this module refuses is a {@code JsonMappingException} with
 * path and reason, as in {@code count must lie in 1 to 9007199254740991, was 0, at $.counts.phone}.
 * Time and memory stay in proportion to the input, if the hash codes of elements do their part.
 *
 * <ul>
 *   <li>The fields must be these, in this order, each of them once, whatever {@code
 *       FAIL_ON_UNKNOWN_PROPERTIES} says.
 *   <li>What is written in order must be read in order. Only values that are ordered by themselves
 *       may come in any order if they are of several classes, or of one without a natural order (of
 *       an application's own, but for tied values): their order rests on class names and texts
 *       then, which may differ from one build of an application to the next.
 *   <li>{@code null} is no state, and no element or value. A {@code ReplicaId}, {@code Dot}, {@code
 *       HybridTimestamp} or {@code Changes} that stands by itself may be null. A state that is
 *       missing from what a constructor takes, as the components of a record are, is read as the
 *       empty state, so {@code JsonInclude(NON_EMPTY)} may leave it out. {@code JsonSetter(nulls =
 *       Nulls.AS_EMPTY)} makes {@code null} the empty state, too.
 *   <li>A {@code CrdtRecord} by itself is an object that Jackson reads and writes, annotations and
 *       all. A component that it does not have is refused, whatever the mapper and annotations say,
 *       by itself and in a map; one that is missing is empty, so an application can add some. What
 *       is empty of a type of its own is what the public static method {@code empty()} of the type
 *       gives, unless its deserializer says it; where neither does, one must not be missing.
 *   <li>Types come from the program alone: what an {@code ORMap} or {@code Changes} hold must be
 *       declared.
 *   <li>Elements and values of type {@code String} are read from strings alone, and must not hold a
 *       lone surrogate, neither read nor written: no encoding of Unicode carries it. What other
 *       types take is up to their deserializers.
 *   <li>What follows in the input after a value is up to {@code FAIL_ON_TRAILING_TOKENS}.
 * </ul>
 */
@NullMarked
package dev.rejoin.crdt.json;

import org.jspecify.annotations.NullMarked;
