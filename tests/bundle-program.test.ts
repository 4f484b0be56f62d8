// What the bundle does otherwise than the packages in it: another version of them may be another.
import { createRequire } from 'node:module';
import {
  brotliCompressSync,
  brotliDecompressSync,
  deflateRawSync,
  inflateRawSync,
} from 'node:zlib';
import { beforeAll, expect, test } from '@jest/globals';
// @ts-expect-error The bundling is plain JavaScript: it runs before there is a compiler.
import { bundleProgram } from '../src/bundle-program.mjs';
import { root } from './helpers/project-root.ts';

const require = createRequire(import.meta.url);
const TEXT = Buffer.from('The bulletin is set in Tinos. '.repeat(200));
let bundle = '';

beforeAll(async () => {
  bundle = await bundleProgram(root);
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
