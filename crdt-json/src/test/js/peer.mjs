// Answers requests, one a line, with one line each, all of them JSON:
//
//   {"records":{"Todo":{"done":"EWFlag"}}}                              declares records; says nothing
//   {"type":["ORSet","String"],"text":"..."}                            {"text":"..."}, as it is written
//   {"type":["ORSet","String"],"mine":"...","theirs":"..."}             {"text":"..."}, the merge of both
//   {"type":["ORSet","String"],"id":"...","version":"...","mine":"...","changes":"..."}
//                                                                       {"outcome":"APPLIED","version":"...","text":"..."}
//
// or, where a text is refused, with {"refused":"why"}. In place of "text" there may be "base64", of bytes that are meant to be UTF-8.

import { readFileSync } from 'node:fs';

import { Refusal } from './refusal.mjs';
import { Types } from './types.mjs';
import { receive } from './versions.mjs';

let types = new Types();

function answer({ type, text, base64, id, version, mine, theirs, changes }) {
  if (mine === undefined) {
    return { text: types.write(type, types.read(type, text ?? Buffer.from(base64, 'base64'))) };
  }
  const state = types.read(type, mine);
  if (changes === undefined) {
    return { text: types.write(type, types.of(type).merge(state, types.read(type, theirs))) };
  }
  const before = { id, version: types.read('Version', version), state };
  const after = receive(types.of(type), before, types.read(['Changes', type], changes));
  return { outcome: after.outcome, version: types.write('Version', after.version), text: types.write(type, after.state) };
}

function answerOrRefusal(request) {
  try {
    return answer(request);
  } catch (error) {
    if (error instanceof Refusal) {
      return { refused: error.message };
    }
    throw error;
  }
}

for (const line of readFileSync(process.stdin.fd, 'utf8').split('\n').filter((line) => line !== '')) {
  const request = JSON.parse(line);
  if (request.records) {
    types = new Types(request.records);
  } else {
    process.stdout.write(JSON.stringify(answerOrRefusal(request)) + '\n');
  }
}
