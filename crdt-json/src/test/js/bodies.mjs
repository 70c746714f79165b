// The bodies of the causal types.

import { dots, keyed, requireAscendingDots, writtenDot } from './causal.mjs';
import { leastOf } from './context.mjs';
import { MAX } from './input.mjs';
import { byName, list, object } from './json.mjs';
import { readIndex, readTime } from './stamped.mjs';

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

/** [[0,"milk",3,"eggs",[2,1,2]],[1,"tea",7]]: each element with its dots, as if it were the key of a flag, by the replica of the first. */
export function set(element) {
  return keyed(FLAG, (input, liveDots) => readGroups(input, element, liveDots), writeGroups);
}

function* readGroups(input, element, liveDots) {
  let previous = -1;
  for (const group of input.items('live')) {
    const [first, ...items] = group.items('group of elements');
    group.require(items.length >= 2 && items.length % 2 === 0, () => 'a group must have an index, and elements with counters');
    const index = readIndex(first, liveDots.ids);
    first.require(index > previous, () => `groups must ascend by the indices of their replicas, but ${index} follows ${previous}`);
    previous = index;
    let counter = 0;
    for (let i = 0; i < items.length; i += 2) {
      const key = element.read(items[i]);
      const live = readStep(items[i + 1], index, counter, liveDots);
      counter = live[0].counter;
      yield { item: items[i], key, live };
    }
  }
}

/** Reads the dots of an element: by how much the counter of the first exceeds the one before, and all others as they are. */
function readStep(input, index, previous, liveDots) {
  const [step, ...further] = Array.isArray(input.value) ? input.items('dots of an element') : [input];
  input.require(step === input || further.length > 0, () => 'an array of dots must have a further dot');
  const counter = previous + step.integer('step to a counter', 1, MAX);
  step.require(counter <= MAX, () => `counter of a dot must be at most ${MAX}, was ${counter}`);
  const live = [liveDots.at(step, index, counter), ...readPairs(further, liveDots)];
  requireAscendingDots(input, live);
  return live;
}

function writeGroups(entries, indices) {
  const groups = new Map();
  for (const { key, live } of entries) {
    const [{ replica, counter }, ...further] = live;
    const group = groups.get(replica) ?? { texts: [indices.get(replica)], previous: 0 };
    const dots = [counter - group.previous, ...further.map((dot) => writtenDot(dot, indices))];
    group.texts.push(key.text, further.length === 0 ? dots[0] : list(dots, String));
    group.previous = counter;
    groups.set(replica, group);
  }
  return list([...groups.values()], ({ texts }) => list(texts, String));
}

/** [["shopping",[[0,"milk",3]]]]: each key with the body of its value. */
export function map(key, value) {
  return keyed(
    value,
    (input, liveDots) =>
      input.items('entries').map((item) => {
        const [name, body] = item.tuple('entry of a map', 2);
        return { item, key: key.read(name), live: value.read(body, liveDots) };
      }),
    (entries, indices) => list(entries, ({ key, live }) => `[${key.text},${value.write(live, indices)}]`),
  );
}

/** {"done":[0,4],"tags":[[0,"red",5]]}: the bodies in which a dot lives, by name; which body a name has is asked when it is needed. */
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
