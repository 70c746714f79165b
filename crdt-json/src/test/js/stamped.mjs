// The types in which the greater timestamp wins: a timestamp with its elements, by their texts, none of which mean a removal.

import { ascending, compare, requireAscending, requireNew, sorted } from './elements.mjs';
import { MAX, MAX_INT } from './input.mjs';
import { list, quoted } from './json.mjs';

export const TIMESTAMP = {
  read(input) {
    const [millis, counter, replica] = input.exactly('HybridTimestamp', ['millis', 'counter', 'replica']);
    return { ...readTime(millis, counter), replica: replica.replicaId() };
  },
  write: ({ millis, counter, replica }) => `{"millis":${millis},"counter":${counter},"replica":${quoted(replica)}}`,
};

export function readTime(millis, counter) {
  return {
    millis: millis.integer('milliseconds of a timestamp', 0, MAX),
    counter: counter.integer('counter of a timestamp', 0, MAX_INT),
  };
}

function compareStamps(a, b) {
  return a.millis - b.millis || a.counter - b.counter || (a.replica < b.replica ? -1 : a.replica > b.replica ? 1 : 0);
}

/** Returns what the greater timestamp says; at equal ones nothing if a side says nothing, or else all values. */
function winner(a, b) {
  const order = compareStamps(a.stamp, b.stamp);
  if (order !== 0) {
    return order > 0 ? a : b;
  }
  const isRemoval = a.tied.size === 0 || b.tied.size === 0;
  return { ...a, tied: isRemoval ? new Map() : new Map([...a.tied, ...b.tied]) };
}

/** A register is undefined if nothing was ever assigned. */
export function lwwRegister(element) {
  return {
    name: 'LWWRegister',
    empty: () => undefined,
    isEmpty: (register) => register === undefined,
    read(input) {
      const { timestamp, values } = input.body('LWWRegister', [], ['timestamp', 'values']);
      if (timestamp === undefined && values === undefined) {
        return undefined;
      }
      input.require(timestamp !== undefined && values !== undefined, () => 'timestamp and values must be there together');
      const tied = ascending(values.items('values'), element);
      values.require(tied.size > 0, () => 'a timestamp must have a value');
      return { stamp: TIMESTAMP.read(timestamp), tied };
    },
    write: (register) =>
      register === undefined
        ? ''
        : `,"timestamp":${TIMESTAMP.write(register.stamp)},"values":${list(sorted(register.tied.values()), (value) => value.text)}`,
    merge: (a, b) => (a === undefined ? b : b === undefined ? a : winner(a, b)),
  };
}

/** A map has an entry for each text of a key: the key, a timestamp and the values tied under it. */
export function lwwMap(key, value) {
  return {
    name: 'LWWMap',
    empty: () => new Map(),
    isEmpty: (map) => map.size === 0,
    read: (input) => readMap(input, key, value),
    write: writeMap,
    merge(a, b) {
      const result = new Map(a);
      b.forEach((entry, text) => result.set(text, result.has(text) ? winner(result.get(text), entry) : entry));
      return result;
    },
  };
}

function readMap(input, key, value) {
  const { replicas, entries } = input.body('LWWMap', ['replicas', 'entries']);
  const ids = replicas.replicas();
  const unused = new Set(ids);
  const map = new Map();
  let previous;
  for (const item of entries.items('entries')) {
    const entry = readEntry(item, ids, key, value);
    const order = previous === undefined ? -1 : compareStamps(previous.stamp, entry.stamp);
    item.require(order <= 0, () => 'entries must ascend by timestamp');
    requireAscending(item, key, order === 0 ? previous.key : undefined, entry.key);
    requireNew(item, map, entry.key);
    map.set(entry.key.text, entry);
    unused.delete(entry.stamp.replica);
    previous = entry;
  }
  entries.require(unused.size === 0, () => `every replica must have a timestamp, but ${[...unused]} has none`);
  return map;
}

function readEntry(item, ids, key, value) {
  const [name, millis, counter, index, ...tied] = item.items('entry');
  item.require(index !== undefined, () => 'an entry must have key, milliseconds, counter and index of a replica');
  return {
    key: key.read(name),
    stamp: { ...readTime(millis, counter), replica: ids[readIndex(index, ids)] },
    tied: ascending(tied, value),
  };
}

/** Reads the index of one of these replicas. */
export function readIndex(input, ids) {
  const index = input.integer('index of a replica', 0, MAX_INT);
  input.require(index < ids.length, () => `index of a replica must be below their number, ${ids.length}, was ${index}`);
  return index;
}

function writeMap(map) {
  const entries = [...map.values()].sort((a, b) => compareStamps(a.stamp, b.stamp) || compare(a.key, b.key));
  const ids = [...new Set(entries.map((entry) => entry.stamp.replica))].sort();
  const indices = new Map(ids.map((id, i) => [id, i]));
  const parts = ({ key, stamp, tied }) => [
    key.text,
    stamp.millis,
    stamp.counter,
    indices.get(stamp.replica),
    ...sorted(tied.values()).map((value) => value.text),
  ];
  return `,"replicas":${list(ids, quoted)},"entries":${list(entries, (entry) => list(parts(entry), String))}`;
}
