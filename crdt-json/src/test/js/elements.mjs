// Elements, keys and values inside of a CRDT. Each is read to the text that it is written as, by which it is told from others, and to
// what it is ordered by.

import { Numeral, quoted, written } from './json.mjs';

const INTEGER = /^(?:0|-?[1-9][0-9]*)$/;

/** Strings, which are ordered by their UTF-16 code units. */
export const STRING = {
  isOrdered: true,
  read(input) {
    const text = input.string('content');
    return { text: quoted(text), order: text };
  },
};

/** Booleans; false comes first. */
export const BOOLEAN = {
  isOrdered: true,
  read(input) {
    input.require(typeof input.value === 'boolean', () => `content must be a boolean, was ${input.shown()}`);
    return { text: String(input.value), order: input.value };
  },
};

/** Values of the application: any order is read, since it is up to their class. They are written as if that showed their text. */
export const VALUE = {
  isOrdered: false,
  read(input) {
    input.require(input.value !== null, () => 'content must not be null');
    const text = written(input.value);
    input.require(text.isWellFormed(), () => 'content must not hold a lone surrogate');
    return { text, order: text };
  },
};

/** Returns the type of integers of so many bits, or of any number. */
export function integers(bits) {
  return {
    isOrdered: true,
    read(input) {
      const text = input.value instanceof Numeral ? input.value.text : '';
      input.require(INTEGER.test(text), () => `content must be an integer, was ${input.shown()}`);
      const order = BigInt(text);
      input.require(
        bits === undefined || BigInt.asIntN(bits, order) === order,
        () => `content must have ${bits} bits, was ${text}`,
      );
      return { text, order };
    },
  };
}

export function compare(a, b) {
  return a.order < b.order ? -1 : a.order > b.order ? 1 : 0;
}

/** Returns elements in the order in which they are written. */
export function sorted(elements) {
  return [...elements].sort(compare);
}

/** Refuses what comes before the previous one, if there is one and its type has an order that everybody knows. */
export function requireAscending(input, type, previous, next) {
  input.require(
    !type.isOrdered || previous === undefined || compare(previous, next) <= 0,
    () => `${next.text} must not follow ${previous.text}`,
  );
}

/** Returns elements by their texts, and refuses one that is there twice or out of order. */
export function ascending(inputs, type) {
  const elements = new Map();
  let previous;
  for (const input of inputs) {
    const element = type.read(input);
    requireAscending(input, type, previous, element);
    requireNew(input, elements, element);
    elements.set(element.text, element);
    previous = element;
  }
  return elements;
}

/** Refuses an element that is there already. */
export function requireNew(input, elements, element) {
  input.require(!elements.has(element.text), () => `${element.text} must be given once`);
}
