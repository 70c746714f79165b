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
 * //  "seen":[[1,1],[1,1]],"live":[[0,"eggs",1],[1,"milk",1]]}
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
 * {@code "format"}, the number 1; then follow its fields, in a fixed order. Of the causal types,
 * {@code ORSet}, {@code MVRegister}, {@code EWFlag}, {@code CausalCounter} and {@code ORMap}, these
 * are the replicas, the ranges of counters that were {@code seen} of each, and the body, {@code
 * live}, in which a dot is the index of its replica and its counter; those of an {@code ORSet} are
 * grouped by replica. A state that is nested in a map has nothing but its body, however deep it is,
 * and a {@code CausalRecord} there is an object of the bodies of its components in which a dot
 * lives. A {@code ReplicaId} is a string, also as the key of a map. Elements and values are written
 * and read as their own type is, type ids included.
 *
 * <p>Format 1 is frozen: what this version writes all later versions can read. It is specified in
 * <i>FORMAT.md</i> beside the sources of this module, to the last byte, so that programs in other
 * languages can read, write and merge it. In the jar, {@code META-INF/rejoin/schema/v1} has a JSON
 * Schema of each type.
 *
 * <h2>Canonical</h2>
 *
 * <p>Equal states are written as equal bytes, on every JVM and however they came about, as long as
 * mappers are configured alike and equal elements and values are written as equal bytes themselves.
 * (A {@code Set.of("a", "b")} is not: its order changes from run to run.) Replicas ascend by their
 * ids, ranges and dots ascend, elements of an {@code ORSet} and entries of an {@code ORMap} ascend
 * by the least of their dots, entries of an {@code LWWMap} by their timestamps, and components of a
 * record in a map by their names, so that their order in the program does not show. Where there is
 * nothing but the values themselves, they stand in the order in which they are shown, which rests
 * on their natural order or on their {@code toString}: the elements of a {@code GSet}, tied values,
 * and keys of one timestamp.
 *
 * <h2>Strict</h2>
 *
 * <p>Whatever the bytes, reading gives a state that some history of edits can reach, or throws a
 * {@code JsonProcessingException}. What this module refuses is a {@code JsonMappingException} with
 * path and reason, as in {@code count must lie in 1 to 9007199254740991, was 0, at $.counts.phone}.
 * Only text in UTF-32 that is none is refused by Jackson itself, as a {@code
 * CharConversionException}. Time and memory stay in proportion to the input, within the {@link
 * dev.rejoin.crdt.json.Limits} that a module has.
 *
 * <ul>
 *   <li>The fields must be these, in this order, each of them once, whatever {@code
 *       FAIL_ON_UNKNOWN_PROPERTIES} says.
 *   <li>What is written in order must be read in order. Only values that are ordered by themselves
 *       may come in any order if they are of several classes, or of one that is not the JDK's or
 *       has no natural order: their order rests on what may differ from one build of an application
 *       to the next.
 *   <li>{@code null} is no state, and no element or value. A {@code ReplicaId}, {@code Dot}, {@code
 *       HybridTimestamp} or {@code Changes} that stands by itself may be null. A state that is
 *       missing from what a constructor takes, as the components of a record are, is read as the
 *       empty state, so {@code JsonInclude(NON_EMPTY)} may leave it out. {@code JsonSetter(nulls =
 *       Nulls.AS_EMPTY)} makes {@code null} the empty state, too.
 *   <li>A {@code CrdtRecord} by itself is an object that Jackson reads and writes, annotations and
 *       all. A component that it does not have is refused, whatever the mapper and annotations say,
 *       by itself and in a map, and so is one that is there twice; one that is missing is empty, so
 *       an application can add some. What is empty of a type of its own is what the public static
 *       method {@code empty()} of the type gives, unless its deserializer says it; where neither
 *       does, one must not be missing.
 *   <li>Types come from the program alone: what an {@code ORMap} or {@code Changes} hold must be
 *       declared.
 *   <li>Elements and values of type {@code String} are read from strings alone, and must not hold a
 *       lone surrogate, neither read nor written: no encoding of Unicode carries it. Integers are
 *       not read from fractions, nor booleans from numbers. What else is taken is up to the
 *       deserializers of the types.
 *   <li>What follows in the input after a value is up to {@code FAIL_ON_TRAILING_TOKENS}.
 * </ul>
 */
@NullMarked
package dev.rejoin.crdt.json;

import org.jspecify.annotations.NullMarked;
