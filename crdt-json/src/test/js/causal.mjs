// The causal types: what was seen, and a body of what lives. The same body stands by itself and nested, under the context of the whole.
//
// A body has dots at its places, and is read, written and joined place by place. A dot climbs: unknown, live, dead. So it lives in the
// join if it lives on both sides, or on one and the other has not seen it.

import { compareDots, hasSeen, leastOf, nameOf, readRanges, union, writeRanges } from './context.mjs';
import { requireNew } from './elements.mjs';
import { MAX } from './input.mjs';
import { list, quoted } from './json.mjs';
import { readIndex } from './stamped.mjs';

/** Returns the type of states that have that body. */
export function causal(name, body) {
  return {
    name,
    empty: () => ({ seen: new Map(), live: body.empty }),
    isEmpty: (state) => state.seen.size === 0,
    read(input) {
      const { replicas, seen, live } = input.body(name, ['replicas', 'seen', 'live']);
      const ids = replicas.replicas();
      const ranges = seen.items('seen');
      seen.require(ranges.length === ids.length, () => `seen must have ${ids.length} entries, had ${ranges.length}`);
      const context = new Map(ids.map((id, i) => [id, readRanges(ranges[i])]));
      return { seen: context, live: body.read(live, new LiveDots(ids, context)) };
    },
    write({ seen, live }) {
      const ids = [...seen.keys()].sort();
      const indices = new Map(ids.map((id, i) => [id, i]));
      const ranges = list(ids, (id) => writeRanges(seen.get(id)));
      return `,"replicas":${list(ids, quoted)},"seen":${ranges},"live":${body.write(live, indices)}`;
    },
    merge: (a, b) => ({ seen: union(a.seen, b.seen), live: body.join(a.live, a.seen, b.live, b.seen) }),
  };
}

/** Reads the dots of one state, however deep they are. */
export class LiveDots {
  #given = new Set();

  constructor(ids, seen) {
    this.ids = ids;
    this.seen = seen;
  }

  /** Reads a dot. */
  read(index, counter) {
    return this.at(counter, readIndex(index, this.ids), counter.integer('counter of a dot', 1, MAX));
  }

  /** Returns the dot of a replica, by its index, that stands there: it must have been seen and must not live anywhere else. */
  at(input, index, counter) {
    const dot = { replica: this.ids[index], counter };
    const name = nameOf(dot);
    input.require(hasSeen(this.seen, dot), () => `a live dot must be in the context, but ${name} is not`);
    input.require(!this.#given.has(name), () => `a dot must live at one place only, but ${name} does at two`);
    this.#given.add(name);
    return dot;
  }
}

/** Returns the text of the two numbers of a dot. */
export function writtenDot(dot, indices) {
  return `${indices.get(dot.replica)},${dot.counter}`;
}

export function requireAscendingDots(input, live) {
  input.require(
    live.every((dot, i) => i === 0 || compareDots(live[i - 1], dot) < 0),
    () => 'dots must ascend',
  );
}

/** Returns the body that is dots, each with what it carries, which is read and written by these. */
export function dots(readAll, write) {
  return {
    empty: [],
    isEmpty: (live) => live.length === 0,
    least: (live) => live[0],
    read(input, liveDots) {
      const live = readAll(input, liveDots);
      requireAscendingDots(input, live);
      return live;
    },
    write,
    join(mine, seen, theirs, theirSeen) {
      const [here, there] = [mine, theirs].map((live) => new Set(live.map(nameOf)));
      const kept = mine.filter((dot) => there.has(nameOf(dot)) || !hasSeen(theirSeen, dot));
      const gained = theirs.filter((dot) => !here.has(nameOf(dot)) && !hasSeen(seen, dot));
      return [...kept, ...gained].sort(compareDots);
    },
  };
}

/** Returns the body of a nested body for each key, all read and written in order by these; of keys without dots nothing is kept. */
export function keyed(nested, readAll, writeAll) {
  const least = (entry) => nested.least(entry.live);
  const inOrder = (live) =>
    Array.from(live.values(), (entry) => ({ ...entry, least: least(entry) })).sort((a, b) => compareDots(a.least, b.least));
  return {
    empty: new Map(),
    isEmpty: (live) => live.size === 0,
    least: (live) => leastOf(Array.from(live.values(), least)),
    read(input, liveDots) {
      const live = new Map();
      let previous;
      for (const { item, ...entry } of readAll(input, liveDots)) {
        item.require(!nested.isEmpty(entry.live), () => 'an entry must have a live dot');
        requireNew(item, live, entry.key);
        const first = least(entry);
        item.require(!previous || compareDots(previous, first) < 0, () => 'entries must ascend by their least dots');
        live.set(entry.key.text, entry);
        previous = first;
      }
      return live;
    },
    write: (live, indices) => writeAll(inOrder(live), indices),
    join(mine, seen, theirs, theirSeen) {
      const joined = new Map();
      for (const [text, { key }] of new Map([...mine, ...theirs])) {
        const [here, there] = [mine, theirs].map((live) => live.get(text)?.live ?? nested.empty);
        const live = nested.join(here, seen, there, theirSeen);
        if (!nested.isEmpty(live)) {
          joined.set(text, { key, live });
        }
      }
      return joined;
    },
  };
}
