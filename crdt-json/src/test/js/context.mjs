// What was seen: a Map from replica id to ranges, each [first, last], which ascend with gaps in between. And dots, each with replica
// and counter, which are ordered by these.

import { MAX } from './input.mjs';
import { byName, list, object } from './json.mjs';

export const CAUSAL_CONTEXT = {
  name: 'CausalContext',
  empty: () => new Map(),
  isEmpty: (seen) => seen.size === 0,
  read: (input) =>
    new Map(
      input
        .body('CausalContext', ['seen'])
        .seen.byReplica('seen')
        .map(([id, value]) => [id, readRanges(value)]),
    ),
  write: (seen) => `,"seen":${object(byName(seen), writeRanges)}`,
  merge: union,
};

/** Reads the first and the last counter of each range, of which there must be one. */
export function readRanges(input) {
  const items = input.items('ranges of a replica');
  const ranges = [];
  input.require(items.length > 0 && items.length % 2 === 0, () => 'ranges must have a first and a last counter each');
  for (let i = 0; i < items.length; i += 2) {
    const first = items[i].integer('first counter of a range', 1, MAX);
    const last = items[i + 1].integer('last counter of a range', 1, MAX);
    const previous = i === 0 ? -1 : ranges.at(-1)[1];
    items[i].require(first > previous + 1, () => `a gap must be before a range, but ${first} follows ${previous}`);
    items[i + 1].require(last >= first, () => `a range must not fall, but ${last} follows ${first}`);
    ranges.push([first, last]);
  }
  return ranges;
}

export function writeRanges(ranges) {
  return list(ranges.flat(), String);
}

export function union(a, b) {
  const result = new Map(a);
  b.forEach((ranges, id) => result.set(id, joined([...(a.get(id) ?? []), ...ranges])));
  return result;
}

/** Returns ranges in order, with those joined that overlap or touch. */
function joined(ranges) {
  const result = [];
  for (const [first, last] of ranges.sort(([a], [b]) => a - b)) {
    const previous = result.at(-1);
    if (previous !== undefined && first <= previous[1] + 1) {
      previous[1] = Math.max(previous[1], last);
    } else {
      result.push([first, last]);
    }
  }
  return result;
}

/** Returns whether a dot was seen, by halving. */
export function hasSeen(seen, dot) {
  const ranges = seen.get(dot.replica) ?? [];
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    [low, high] = ranges[middle][1] < dot.counter ? [middle + 1, high] : [low, middle];
  }
  return low < ranges.length && ranges[low][0] <= dot.counter;
}

export function compareDots(a, b) {
  return a.replica < b.replica ? -1 : a.replica > b.replica ? 1 : a.counter - b.counter;
}

export function leastOf(dots) {
  return dots.reduce((least, dot) => (compareDots(dot, least) < 0 ? dot : least));
}

/** Returns a text by which dots can be told apart. */
export function nameOf(dot) {
  return `${dot.counter} ${dot.replica}`;
}
