// The bodies of the causal types.

import { dots, keyed, requireAscendingDots, writtenDot } from './causal.mjs';
import { leastOf } from './context.mjs';
import { MAX } from './input.mjs';
import { byName, list, object } from './json.mjs';
import { readTime } from './stamped.mjs';

/** Dots that carry nothing: 0,3,1,2. */
function readPairs(inputs, liveDots) {
  const live = [];
  for (let i = 0; i < inputs.length; i += 2) {
    inputs[i].require(i + 1 < inputs.length, () => 'a dot must have a counter');
    live.push(liveDots.read(inputs[i], inputs[i + 1]));
  }
  return live;
}

/** [0,3,1,2]: the dots. */
export const FLAG = dots(
  (input, liveDots) => readPairs(input.items('dots of a flag'), liveDots),
  (live, indices) => list(live, (dot) => writtenDot(dot, indices)),
);

/** [[0,3,7,0]]: each dot with increments and decrements. */
export const COUNTER = dots(
  (input, liveDots) =>
    input.items('amounts of a counter').map((item) => {
      const [index, counter, up, down] = item.tuple('amounts of a dot', 4);
      const dot = liveDots.read(index, counter);
      const [increments, decrements] = [up, down].map((amount) => amount.integer('amount', 0, MAX));
      item.require(increments + decrements > 0, () => 'a live dot must carry an amount above zero');
      return { ...dot, increments, decrements };
    }),
  (live, indices) => list(live, (dot) => `[${writtenDot(dot, indices)},${dot.increments},${dot.decrements}]`),
);

/** [[0,3,1767225600000,0,"tea"]]: each dot with the time of its timestamp, and with the value. */
export function register(value) {
  return dots(
    (input, liveDots) =>
      input.items('assignments of a register').map((item) => {
        const [index, counter, millis, count, content] = item.tuple('assignment', 5);
        const dot = liveDots.read(index, counter);
        return { ...dot, time: readTime(millis, count), value: value.read(content) };
      }),
    (live, indices) =>
      list(live, (dot) => `[${writtenDot(dot, indices)},${dot.time.millis},${dot.time.counter},${dot.value.text}]`),
  );
}

/** [["milk",0,3],["eggs",0,5,1,2]]: each element with its dots, as if it were the key of a flag. */
export function set(element) {
  return keyed(
    FLAG,
    (item, liveDots) => {
      const [first, ...rest] = item.items('live entry');
      item.require(first !== undefined, () => 'live entry must begin with its element');
      const key = element.read(first);
      const live = readPairs(rest, liveDots);
      requireAscendingDots(item, live);
      return { key, live };
    },
    ({ key, live }, indices) => list([key.text, ...live.map((dot) => writtenDot(dot, indices))], String),
  );
}

/** [["shopping",[["milk",0,3]]]]: each key with the body of its value. */
export function map(key, value) {
  return keyed(
    value,
    (item, liveDots) => {
      const [name, body] = item.tuple('entry of a map', 2);
      return { key: key.read(name), live: value.read(body, liveDots) };
    },
    ({ key, live }, indices) => `[${key.text},${value.write(live, indices)}]`,
  );
}

/** {"done":[0,4],"tags":[["red",0,5]]}: the bodies in which a dot lives, by name; which body a name has is asked when it is needed. */
export function row(bodies) {
  const least = (live) => leastOf(Array.from(live, ([name, part]) => bodies().get(name).least(part)));
  return {
    empty: new Map(),
    isEmpty: (live) => live.size === 0,
    least,
    read(input, liveDots) {
      const live = new Map();
      let previous;
      for (const [name, part] of input.fields('row')) {
        const body = bodies().get(name) ?? part.refuse(`${name} must be a component`);
        part.requireAscending('components', previous, name);
        live.set(name, body.read(part, liveDots));
        part.require(!body.isEmpty(live.get(name)), () => 'a component without a live dot must be left out');
        previous = name;
      }
      return live;
    },
    write(live, indices) {
      const texts = Array.from(live, ([name, part]) => [name, bodies().get(name).write(part, indices)]);
      return object(byName(texts), (text) => text);
    },
    join(mine, seen, theirs, theirSeen) {
      const joined = new Map();
      for (const [name, body] of bodies()) {
        const [here, there] = [mine, theirs].map((live) => live.get(name) ?? body.empty);
        const part = body.join(here, seen, there, theirSeen);
        if (!body.isEmpty(part)) {
          joined.set(name, part);
        }
      }
      return joined;
    },
  };
}
