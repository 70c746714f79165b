// The types of format 1, which FORMAT.md specifies, by how they are declared: a name, or an array of a name and the types inside, as in
// ["ORMap","String",["ORSet","String"]]. What is not the name of a type of the format, of an element or of a declared record is a value of
// the application.

import { COUNTER, FLAG, map, register, row, set } from './bodies.mjs';
import { causal } from './causal.mjs';
import { CAUSAL_CONTEXT } from './context.mjs';
import { G_COUNTER, PN_COUNTER, RESETTABLE_COUNTER, VERSION_VECTOR } from './counts.mjs';
import { BOOLEAN, STRING, VALUE, integers } from './elements.mjs';
import { gSet } from './gset.mjs';
import { Input, MAX } from './input.mjs';
import { object, quoted } from './json.mjs';
import { TIMESTAMP, lwwMap, lwwRegister } from './stamped.mjs';
import { VERSION, changes } from './versions.mjs';

const ELEMENTS = { String: STRING, Boolean: BOOLEAN, Integer: integers(32), Long: integers(64), BigInteger: integers() };

const ATOMS = {
  ReplicaId: { read: (input) => input.replicaId(), write: quoted },
  Dot: {
    read(input) {
      const [replica, counter] = input.exactly('Dot', ['replica', 'counter']);
      return { replica: replica.replicaId(), counter: counter.integer('counter of a dot', 1, MAX) };
    },
    write: ({ replica, counter }) => `{"replica":${quoted(replica)},"counter":${counter}}`,
  },
  HybridTimestamp: TIMESTAMP,
};

/** Knows the records of an application: the declared type of each component by name, in order. */
export class Types {
  constructor(records = {}) {
    this.records = new Map(Object.entries(records).map(([name, parts]) => [name, Object.entries(parts)]));
  }

  /** Reads a text, or bytes, to a state of a declared type. */
  read(declared, text) {
    return this.of(declared).readWhole(Input.of(text));
  }

  write(declared, state) {
    return this.of(declared).writeWhole(state);
  }

  /** Returns what reads, writes and joins states of a declared type. */
  of(declared) {
    const [name, ...inside] = [declared].flat();
    if (ATOMS[name]) {
      return { readWhole: ATOMS[name].read, writeWhole: ATOMS[name].write };
    }
    return this.records.has(name) ? this.#product(name) : whole(this.#crdt(declared, name, inside));
  }

  #crdt(declared, name, inside) {
    switch (name) {
      case 'GCounter':
        return G_COUNTER;
      case 'PNCounter':
        return PN_COUNTER;
      case 'ResettableCounter':
        return RESETTABLE_COUNTER;
      case 'VersionVector':
        return VERSION_VECTOR;
      case 'CausalContext':
        return CAUSAL_CONTEXT;
      case 'Version':
        return VERSION;
      case 'Changes':
        return changes(this.of(inside[0]));
      case 'LWWRegister':
        return lwwRegister(element(inside[0]));
      case 'LWWMap':
        return lwwMap(element(inside[0]), element(inside[1]));
      case 'GSet':
        return gSet(element(inside[0]));
      default:
        return causal(name, this.#body(declared));
    }
  }

  #body(declared) {
    const [name, ...inside] = [declared].flat();
    switch (name) {
      case 'ORSet':
        return set(element(inside[0]));
      case 'MVRegister':
        return register(element(inside[0]));
      case 'EWFlag':
        return FLAG;
      case 'CausalCounter':
        return COUNTER;
      case 'ORMap':
        return map(element(inside[0]), this.#body(inside[1]));
      default:
        return this.#row(name);
    }
  }

  #row(name) {
    let bodies;
    if (!this.records.has(name)) {
      throw new Error(`${name} must be a causal type or a declared record`);
    }
    return row(() => (bodies ??= new Map(this.records.get(name).map(([part, type]) => [part, this.#body(type)]))));
  }

  /** Returns the type of a record by itself: an object of whole states, any of which may be left out if it is empty. */
  #product(name) {
    const parts = this.records.get(name).map(([part, type]) => [part, this.of(type)]);
    return {
      empty: () => new Map(parts.map(([part, type]) => [part, type.empty()])),
      isEmpty: () => false,
      readWhole(input) {
        const fields = new Map(input.fields(name));
        const known = new Set(parts.map(([part]) => part));
        fields.forEach((field, part) => field.require(known.has(part), () => `${part} must be a component of ${name}`));
        return new Map(
          parts.map(([part, type]) => [part, fields.has(part) ? type.readWhole(fields.get(part)) : type.empty()]),
        );
      },
      writeWhole: (state) =>
        object(
          parts.map(([part, type]) => [part, type.writeWhole(state.get(part))]),
          (text) => text,
        ),
      merge: (a, b) => new Map(parts.map(([part, type]) => [part, type.merge(a.get(part), b.get(part))])),
    };
  }
}

function element(declared) {
  return ELEMENTS[declared] ?? VALUE;
}

/** Returns a type that also writes the object around the fields. */
function whole(type) {
  return {
    ...type,
    readWhole: type.read,
    writeWhole: (state) => `{"type":"${type.name}","format":1${type.write(state)}}`,
  };
}
