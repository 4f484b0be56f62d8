// What the bundle's own ways are tried on, by tests/bundle-program.test.ts.
import { spawnSync } from 'node:child_process';
import { cbc } from '@noble/ciphers/aes';
import hyphen from 'hyphen/en-us/index.js';
import UnicodeTrie from 'unicode-trie';

export const seldom = {
  encrypt: (key, start, text) => cbc(key, start).encrypt(text),
  divide: (word) => hyphen.hyphenateSync(word, { hyphenChar: '|' }),
  start: (program, words) => spawnSync(program, words).stdout.toString(),
};
export const openTable = (packed) => new UnicodeTrie(packed);
