// One value of the input with the path to it. Whatever is not as it must be is refused.

import { Numeral, parse, parseBytes, quoted, written } from './json.mjs';
import { Refusal } from './refusal.mjs';

/** The greatest count, counter of a dot and milliseconds: the greatest integer that is exact in JavaScript. */
export const MAX = Number.MAX_SAFE_INTEGER;

/** The greatest tag, counter of a timestamp and index of a replica. */
export const MAX_INT = 2 ** 31 - 1;

const INTEGER = /^-?[0-9]+$/;
const LONGEST_ID = 64;

export class Input {
  constructor(value, path = '$') {
    this.value = value;
    this.path = path;
  }

  static of(text) {
    return new Input(typeof text === 'string' ? parse(text) : parseBytes(text));
  }

  refuse(reason) {
    throw new Refusal(`${reason}, at ${this.path}`);
  }

  /** Refuses the value unless that holds. */
  require(holds, reason) {
    if (!holds) {
      this.refuse(reason());
    }
  }

  /** Returns the fields of an object as entries, in order. */
  fields(subject) {
    this.require(this.value instanceof Map, () => `${subject} must be an object, was ${this.shown()}`);
    return Array.from(this.value, ([name, value]) => [name, new Input(value, `${this.path}.${name}`)]);
  }

  /** Returns the values of the fields of an object, which must be just these, in this order. */
  exactly(subject, names) {
    const fields = this.fields(subject);
    this.require(
      fields.map(([name]) => quoted(name)).join() === names.map(quoted).join(),
      () => `fields of ${subject} must be ${names.join()}, were ${fields.map(([name]) => name).join()}`,
    );
    return fields.map(([, value]) => value);
  }

  /** Returns the fields of a CRDT after its type and format: all of the required ones, and any of the others. */
  body(type, required, optional = []) {
    const names = this.fields(type).map(([name]) => name);
    const expected = ['type', 'format', ...required, ...optional.filter((name) => names.includes(name))];
    const [name, format, ...values] = this.exactly(type, expected);
    name.require(name.value === type, () => `type must be ${type}, was ${name.shown()}`);
    const number = format.integer(`format of ${type}`, 1, MAX_INT);
    format.require(number === 1, () => `format of ${type} must be 1, was ${number}`);
    return Object.fromEntries(values.map((value, i) => [expected[i + 2], value]));
  }

  /** Returns the items of an array. */
  items(subject) {
    this.require(Array.isArray(this.value), () => `${subject} must be an array, was ${this.shown()}`);
    return this.value.map((value, i) => new Input(value, `${this.path}[${i}]`));
  }

  /** Returns the items of an array that must have so many. */
  tuple(subject, size) {
    const items = this.items(subject);
    this.require(items.length === size, () => `${subject} must have ${size} items, had ${items.length}`);
    return items;
  }

  integer(subject, least, greatest) {
    const text = this.value instanceof Numeral ? this.value.text : '';
    this.require(INTEGER.test(text), () => `${subject} must be an integer, was ${this.shown()}`);
    const value = BigInt(text);
    this.require(
      value >= BigInt(least) && value <= BigInt(greatest),
      () => `${subject} must lie in ${least} to ${greatest}, was ${text}`,
    );
    this.require(text !== '-0', () => `${subject} must have no sign when zero, was -0`);
    return Number(value);
  }

  string(subject) {
    this.require(typeof this.value === 'string', () => `${subject} must be a string, was ${this.shown()}`);
    this.require(this.value.isWellFormed(), () => `${subject} must not hold a lone surrogate`);
    return this.value;
  }

  replicaId() {
    const id = this.string('replica id');
    this.require(
      id.length >= 1 && id.length <= LONGEST_ID,
      () => `replica id must have 1 to ${LONGEST_ID} characters, had ${id.length}`,
    );
    return id;
  }

  /** Returns replica ids, which must ascend. */
  replicas() {
    const inputs = this.items('replicas');
    const ids = inputs.map((input) => input.replicaId());
    inputs.forEach((input, i) => input.requireAscending('replica ids', ids[i - 1], ids[i]));
    return ids;
  }

  /** Returns the entries of an object whose names are replica ids, which must ascend. */
  byReplica(subject) {
    const fields = this.fields(subject);
    fields.forEach(([id, input], i) => {
      new Input(id, input.path).replicaId();
      input.requireAscending('replica ids', fields[i - 1]?.[0], id);
    });
    return fields;
  }

  requireAscending(subject, previous, next) {
    this.require(
      previous === undefined || previous < next,
      () => `${subject} must ascend, but ${next} follows ${previous}`,
    );
  }

  shown() {
    const text = written(this.value);
    return text.length > 80 ? text.slice(0, 80) + '...' : text;
  }
}
