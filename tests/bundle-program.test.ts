// What the bundle does otherwise than the packages in it: another version of them may be another.
import { createCipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import {
  brotliCompressSync,
  brotliDecompressSync,
  deflateRawSync,
  inflateRawSync,
} from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
// @ts-expect-error The bundling is plain JavaScript: it runs before there is a compiler.
import { bundleProgram } from '../src/bundle-program.mjs';
import { root } from './helpers/project-root.ts';

const require = createRequire(import.meta.url);
const TEXT = Buffer.from('The bulletin is set in Tinos. '.repeat(200));
let bundle = '';
let probe: Probe;
/** Modules of Node.js that the probe has asked for, in this order. */
const asked: string[] = [];

/** The exports of tests/helpers/bundle-probe.mjs. */
interface Probe {
  readonly seldom: {
    encrypt(key: Uint8Array, start: Uint8Array, text: Uint8Array): Uint8Array;
    divide(word: string): string;
    start(program: string, words: readonly string[]): string;
  };
  openTable(packed: Uint8Array): { get(codePoint: number): number };
}

beforeAll(async () => {
  bundle = await bundleProgram(root);
  const text = await bundleProgram(root, join(root, 'tests', 'helpers', 'bundle-probe.mjs'));
  const module = { exports: {} };
  const noting = (name: string) => {
    asked.push(name);
    return require(name);
  };
  new Script(text).runInThisContext()(module.exports, noting, module);
  probe = module.exports as Probe;
}, 60_000);

test.each([
  ['a copy of tiny-inflate', 'tinf_inflate_block_data', false],
  ['a copy of brotli’s unpacker', 'BrotliDecompressBuffer', false],
  ['more of the countries than names and codes', 'demonyms', false],
  ['the countries’ names', 'Republic of Kazakhstan', true],
  ['Node’s unpackers in their place', 'brotliDecompressSync', true],
  ['both of them', 'inflateRawSync', true],
])('whether it has %s', (_, piece, wanted) => {
  expect(bundle.includes(piece)).toBe(wanted);
});

test('Node’s unpackers give what the packages’ own give', () => {
  const inflate = require('tiny-inflate') as (packed: Buffer, room: Uint8Array) => Uint8Array;
  const packed = deflateRawSync(TEXT);
  // The room may be larger than what is in it: only what is in it comes back.
  for (const room of [TEXT.length, TEXT.length + 100]) {
    const own = inflate(packed, new Uint8Array(room));
    expect(Buffer.from(own).equals(inflateRawSync(packed))).toBe(true);
  }
  const unpack = require('brotli/decompress.js') as (packed: Buffer, size: number) => Uint8Array;
  const web = brotliCompressSync(TEXT);
  expect(Buffer.from(unpack(web, TEXT.length)).equals(brotliDecompressSync(web))).toBe(true);
});

describe('what waits in the bundle until it is asked for', () => {
  test('starts programs, and waits until then', () => {
    expect(asked).not.toContain('node:child_process');
    expect(probe.seldom.start(process.execPath, ['-p', '6 * 7'])).toBe('42\n');
    expect(asked).toContain('node:child_process');
  });

  test('encrypts as Node.js does', () => {
    const [key, start] = [Buffer.alloc(16, 7), Buffer.alloc(16, 9)];
    const cipher = createCipheriv('aes-128-cbc', key, start);
    const expected = Buffer.concat([cipher.update(TEXT), cipher.final()]);
    expect(Buffer.from(probe.seldom.encrypt(key, start, TEXT)).equals(expected)).toBe(true);
  });

  test('divides words', () => {
    expect(probe.seldom.divide('coordination')).toBe('co|or|di|na|tion');
  });

  test('has the tables of letters that the package has', () => {
    const UnicodeTrie = require('unicode-trie') as new (
      packed: Uint8Array,
    ) => { get(codePoint: number): number };
    const packed = readFileSync(join(root, 'node_modules/fontkit/src/opentype/shapers/use.trie'));
    const [own, bundled] = [new UnicodeTrie(packed), probe.openTable(packed)];
    const codePoints = Array.from({ length: 0x11_0000 / 37 }, (_, index) => index * 37);
    const differing = codePoints.filter((one) => own.get(one) !== bundled.get(one));
    expect(differing).toEqual([]);
  });
});
