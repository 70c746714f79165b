// Versions, which say what updates a replica has, and changes from one version to another.
//
// A version is a Map from replica id to how many of its updates are included, and to the tag of the last of them.

import { MAX, MAX_INT } from './input.mjs';
import { byName, object } from './json.mjs';

export const VERSION = {
  name: 'Version',
  empty: () => new Map(),
  isEmpty: (version) => version.size === 0,
  read: (input) => readEntries(input.body('Version', ['entries']).entries),
  write: (version) => `,"entries":${writeEntries(version)}`,
  merge: (a, b) => new Map([...a, ...raised(a, b)]),
};

function readEntries(input) {
  const version = new Map();
  for (const [id, value] of input.byReplica('version')) {
    const [count, tag] = value.tuple('entry of a version', 2);
    version.set(id, { count: count.integer('count of updates', 1, MAX), tag: tag.integer('tag', 0, MAX_INT) });
  }
  return version;
}

function writeEntries(version) {
  return object(byName(version), ({ count, tag }) => `[${count},${tag}]`);
}

/** Returns the entries of a version that exceed those of a base. */
function raised(base, version) {
  const exceeds = (entry, known) =>
    known === undefined || entry.count > known.count || (entry.count === known.count && entry.tag > known.tag);
  return new Map([...version].filter(([id, entry]) => exceeds(entry, base.get(id))));
}

/** Returns whether a version has an update: a later one of that replica, or this very one. */
function hasUpdate(version, id, { count, tag }) {
  const entry = version.get(id);
  return entry !== undefined && (entry.count > count || (entry.count === count && entry.tag === tag));
}

function includes(version, other) {
  return [...other].every(([id, entry]) => hasUpdate(version, id, entry));
}

/** Returns the type of changes of states of that type: since and version, and the delta in between. */
export function changes(state) {
  return {
    name: 'Changes',
    read(input) {
      const { since, version, delta } = input.body('Changes', ['since'], ['version', 'delta']);
      const base = readEntries(since);
      const more = version === undefined ? new Map() : readEntries(version);
      version?.require(more.size > 0, () => 'version must be left out if it is that of since');
      version?.require(raised(base, more).size === more.size, () => 'an entry must exceed that of since');
      const news = delta === undefined ? state.empty() : state.readWhole(delta);
      delta?.require(!state.isEmpty(news), () => 'delta must be left out if it is empty');
      return { since: base, version: new Map([...base, ...more]), delta: news };
    },
    write({ since, version, delta }) {
      const more = raised(since, version);
      return (
        `,"since":${writeEntries(since)}` +
        (more.size === 0 ? '' : `,"version":${writeEntries(more)}`) +
        (state.isEmpty(delta) ? '' : `,"delta":${state.writeWhole(delta)}`)
      );
    },
  };
}

/** Returns what becomes of changes that arrive at a replica, and the version and state that it has then. */
export function receive(type, { id, version, state }, changes) {
  const own = changes.version.get(id);
  const mine = version.get(id);
  if (own && (!mine || own.count > mine.count || (own.count === mine.count && own.tag !== mine.tag))) {
    return { outcome: 'NEW_ID', version, state };
  }
  if (includes(version, changes.version)) {
    return { outcome: 'KNOWN', version, state };
  }
  return includes(version, changes.since)
    ? { outcome: 'APPLIED', version: VERSION.merge(version, changes.version), state: type.merge(state, changes.delta) }
    : { outcome: 'MISSING', version, state };
}
