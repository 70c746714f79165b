// JSON text: a strict parser that loses nothing, and what strings and values are written as.
//
// Strings, booleans, null and arrays are those of JavaScript. A number is kept as its text, since JavaScript would round an integer
// beyond 2^53 and forget the sign of -0; an object is a Map, which keeps its fields in order, also those named like numbers.

import { Refusal } from './refusal.mjs';

const DEEPEST = 1000;
const LONGEST_NUMBER = 1000;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const HEX = /[0-9a-fA-F]{4}/y;
const WORDS = [['true', true], ['false', false], ['null', null]];
const UNESCAPED = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const ESCAPED = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A number as it was written. */
export class Numeral {
  constructor(text) {
    this.text = text;
  }
}

/** Returns the one value of a text. */
export function parse(text) {
  return new Parser(text).document();
}

/** Returns the one value of bytes, which must be UTF-8. */
export function parseBytes(bytes) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal('text must be UTF-8');
  }
  return parse(text);
}

/** Returns a string as it is written. */
export function quoted(text) {
  const escape = (c) => ESCAPED[c] ?? '\\u00' + c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
  return '"' + text.replace(/["\\\u0000-\u001f]/g, escape) + '"';
}

/** Returns any value without white space, its numbers as they were read. */
export function written(value) {
  if (typeof value === 'string') {
    return quoted(value);
  }
  if (value instanceof Numeral) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return list(value, written);
  }
  return value instanceof Map ? object(value, written) : String(value);
}

/** Returns an array of what each item is written as. */
export function list(items, writeItem) {
  return '[' + Array.from(items, (item) => writeItem(item)).join(',') + ']';
}

/** Returns an object with the entries of a map, each value as it is written. */
export function object(entries, writeValue) {
  return '{' + Array.from(entries, ([name, value]) => quoted(name) + ':' + writeValue(value)).join(',') + '}';
}

/** Returns entries in the order of their names, by UTF-16 code units. */
export function byName(entries) {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

class Parser {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  refuse(reason) {
    throw new Refusal(`${reason}, at offset ${this.at}`);
  }

  document() {
    const value = this.value(0);
    this.space();
    if (this.at < this.text.length) {
      this.refuse('text must end after its value');
    }
    return value;
  }

  value(depth) {
    this.space();
    if (depth > DEEPEST) {
      this.refuse(`values must not nest deeper than ${DEEPEST}`);
    }
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth + 1);
      case '[':
        return this.array(depth + 1);
      case '"':
        return this.string();
      default:
        return this.scalar();
    }
  }

  object(depth) {
    const fields = new Map();
    this.all('}', () => {
      if (this.text[this.at] !== '"') {
        this.refuse('a field must have a name');
      }
      const name = this.string();
      if (fields.has(name)) {
        this.refuse(`a field must come once, but ${quoted(name)} comes twice`);
      }
      this.space();
      if (!this.skips(':')) {
        this.refuse('a name must be followed by a colon');
      }
      fields.set(name, this.value(depth));
    });
    return fields;
  }

  array(depth) {
    const items = [];
    this.all(']', () => items.push(this.value(depth)));
    return items;
  }

  /** Reads parts with commas in between, to the closing bracket. */
  all(end, part) {
    this.at++;
    this.space();
    if (this.skips(end)) {
      return;
    }
    do {
      this.space();
      part();
      this.space();
    } while (this.skips(','));
    if (!this.skips(end)) {
      this.refuse(`a comma or ${end} must follow`);
    }
  }

  string() {
    let string = '';
    this.at++;
    for (;;) {
      string += this.matched(PLAIN);
      if (this.skips('"')) {
        return string;
      }
      if (!this.skips('\\')) {
        this.refuse(this.at < this.text.length ? 'a control character must be escaped' : 'a string must end');
      }
      string += this.escape();
    }
  }

  escape() {
    const letter = this.text[this.at++];
    if (letter === 'u') {
      const digits = this.matched(HEX) ?? this.refuse('\\u must be followed by four digits');
      return String.fromCharCode(parseInt(digits, 16));
    }
    return UNESCAPED[letter] ?? this.refuse('a backslash must be followed by an escape');
  }

  scalar() {
    for (const [word, value] of WORDS) {
      if (this.skips(word)) {
        return value;
      }
    }
    const number = this.matched(NUMBER) ?? this.refuse('a value must be there');
    if (number.length > LONGEST_NUMBER) {
      this.refuse(`a number must have at most ${LONGEST_NUMBER} characters, had ${number.length}`);
    }
    return new Numeral(number);
  }

  space() {
    this.matched(SPACE);
  }

  skips(expected) {
    const found = this.text.startsWith(expected, this.at);
    this.at += found ? expected.length : 0;
    return found;
  }

  matched(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    this.at += found ? found[0].length : 0;
    return found?.[0];
  }
}
