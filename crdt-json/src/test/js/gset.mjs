import { ascending, sorted } from './elements.mjs';
import { list } from './json.mjs';

/** A set that only grows: its elements by their texts. */
export function gSet(element) {
  return {
    name: 'GSet',
    empty: () => new Map(),
    isEmpty: (set) => set.size === 0,
    read: (input) => ascending(input.body('GSet', ['elements']).elements.items('elements'), element),
    write: (set) => `,"elements":${list(sorted(set.values()), ({ text }) => text)}`,
    merge: (a, b) => new Map([...a, ...b]),
  };
}
