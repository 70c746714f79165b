// The types that are counts by replica: a Map from replica id to count for each of their fields, joined by maximum.

import { MAX } from './input.mjs';
import { byName, object } from './json.mjs';

/** Returns a type of so many fields of counts, some of which are floors of others: counts that must not exceed theirs. */
function counts(name, fields, floors = {}) {
  return {
    name,
    empty: () => Object.fromEntries(fields.map((field) => [field, new Map()])),
    isEmpty: (state) => fields.every((field) => state[field].size === 0),
    read(input) {
      const state = input.body(name, fields);
      for (const field of fields) {
        state[field] = readCounts(state[field], state[floors[field]]);
      }
      return state;
    },
    write: (state) => fields.map((field) => `,"${field}":${writeCounts(state[field])}`).join(''),
    merge: (a, b) => Object.fromEntries(fields.map((field) => [field, greatest(a[field], b[field])])),
  };
}

export const G_COUNTER = counts('GCounter', ['counts']);
export const VERSION_VECTOR = counts('VersionVector', ['counts']);
export const PN_COUNTER = counts('PNCounter', ['increments', 'decrements']);
export const RESETTABLE_COUNTER = counts(
  'ResettableCounter',
  ['increments', 'decrements', 'incrementFloors', 'decrementFloors'],
  { incrementFloors: 'increments', decrementFloors: 'decrements' },
);

function readCounts(input, counted) {
  const result = new Map();
  for (const [id, value] of input.byReplica('counts')) {
    const count = value.integer('count', 1, MAX);
    const most = counted === undefined ? MAX : (counted.get(id) ?? 0);
    value.require(count <= most, () => `a floor must not exceed what was counted, ${most}, was ${count}`);
    result.set(id, count);
  }
  return result;
}

function writeCounts(counts) {
  return object(byName(counts), String);
}

function greatest(a, b) {
  const result = new Map(a);
  b.forEach((count, id) => result.set(id, Math.max(count, result.get(id) ?? 0)));
  return result;
}
