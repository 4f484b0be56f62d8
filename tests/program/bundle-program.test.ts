// The bundle is ASCII, and its replacements of package code return what the packages return. A new version
// of a package may break this.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { brotliCompressSync, deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
// @ts-expect-error The bundler is plain JavaScript: it runs before anything is compiled.
import { bundleProgram } from '../../src/program/bundle-program.mjs';
import {
  countryOf,
  guessCountryCode,
} from '../../src/publications/information-release/countries.ts';
import { root } from '../helpers/project-root.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const require = createRequire(import.meta.url);
const TEXT = Buffer.from('The bulletin is set in Tinos. '.repeat(200));
const base = makeRealFolder();
let bundle = '';
let probe: Probe;

type Inflate = (packed: Buffer, target: Uint8Array) => Uint8Array;
type Trie = new (packed: Uint8Array) => { get(codePoint: number): number };

/** The exports of tests/helpers/bundle-probe.mjs. */
interface Probe {
  readonly letters: Readonly<Record<string, unknown>>;
  readonly inflate: Inflate;
  readonly UnicodeTrie: Trie;
  readonly unpackWebFont: (packed: Buffer, size: number) => Uint8Array;
  readonly countryOf: typeof countryOf;
  readonly guessCountryCode: typeof guessCountryCode;
}

/** Runs a bundle like src/program/launch.cjs, which decodes it as latin1. */
function run(text: string): unknown {
  const module = { exports: {} };
  const script = new Script(Buffer.from(text).toString('latin1'));
  script.runInThisContext()(module.exports, require, module);
  return module.exports;
}

beforeAll(async () => {
  const path = join(root, 'tests', 'helpers', 'bundle-probe.mjs');
  bundle = await bundleProgram(root);
  probe = run(await bundleProgram(root, path)) as Probe;
}, 60_000);

test('external packages are loaded by require where possible, and never by import() in the bundle', () => {
  const imports = [...bundle.matchAll(/\bimport\((.*?)\)/g)].map(([, name]) => name);
  expect(imports).toEqual(['name']);
  const loaded = [...bundle.matchAll(/\b(requirePackage|importPackage)\("(.*?)"\)/g)];
  expect(new Set(loaded.map(([, load, name]) => `${load} ${name}`))).toEqual(
    new Set(['requirePackage sharp', 'importPackage tinypool']),
  );
});

describe('non-ASCII characters', () => {
  test('do not occur in the bundle', () => {
    expect(/[^\0-\x7f]/.exec(bundle)).toBeNull();
  });

  test('have the same meaning as in the sources', async () => {
    const { letters } = await import('../helpers/bundle-probe.mjs' as string);
    expect(probe.letters).toEqual(letters);
    expect(probe.letters.sentences).toHaveLength(3);
  });

  test('that cannot be escaped are refused, with their position', async () => {
    const path = join(base, 'tagged.mjs');
    writeFileSync(path, 'export const pattern = String.raw`\\d–\\d`;\n');
    await expect(bundleProgram(root, path)).rejects.toThrow(
      /^“–” stands outside a string and a regular expression, after “.*String\.raw`\\d”\. Write it/s,
    );
  });
});

describe('scripts for browsers', () => {
  const folders = ['src/preview/page', 'templates'].map((name) => join(root, name));
  const pages = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((name) => /\.(html|hbs)$/.test(String(name)))
      .map((name) => readFileSync(join(folder, String(name)), 'utf8'))
      .filter((page) => page.includes('<html')),
  );

  // Source: the HTML standard, "fetch a single module script", which decodes as UTF-8.
  test('are modules, which browsers always decode as UTF-8', () => {
    const scripts = pages.flatMap((page) => page.match(/<script\b[^>]*>/g) ?? []);
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.filter((script) => !script.includes('type="module"'))).toEqual([]);
  });

  test('are in pages that declare UTF-8', () => {
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.slice(0, 1024)).toContain('<meta charset="utf-8"');
  });
});

test.each([
  ['a copy of tiny-inflate', 'tinf_inflate_block_data', false],
  ['a copy of brotli’s decompressor', 'BrotliDecompressBuffer', false],
  ['country data other than names and codes', 'demonyms', false],
  ['the countries’ names', 'Republic of Kazakhstan', true],
  ['Node’s brotli decompressor', 'brotliDecompressSync', true],
  ['Node’s inflate', 'inflateRawSync', true],
])('the bundle has %s only if it should', (_, piece, wanted) => {
  expect(bundle.includes(piece)).toBe(wanted);
});

test('the data files of pdfkit exist at the paths in the bundle', () => {
  const folder = JSON.stringify(join(root, 'node_modules', 'pdfkit', 'js')).slice(1, -1);
  const places = bundle.split(`"${folder}`).slice(1);
  const paths = places.map((rest) => join(JSON.parse(`"${folder}${rest.split('"')[0]}"`)));
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

describe('the countries', () => {
  const all: readonly Readonly<Record<string, unknown>>[] = JSON.parse(
    readFileSync(join(root, 'node_modules/world-countries/dist/countries-unescaped.json'), 'utf8'),
  );

  test('are the same as in the package', () => {
    const codes = all.map(({ cca2 }) => String(cca2));
    expect(codes.length).toBeGreaterThan(200);
    expect(codes.map(probe.countryOf)).toEqual(codes.map(countryOf));
  });

  test('are guessed from the same words as with the whole package', () => {
    const typed = JSON.stringify(all).match(/(?<=")[^"\\]+(?=")/g) ?? [];
    const words = [...new Set(typed)].filter((word) => word.length < 30);
    expect(words.map(probe.guessCountryCode)).toEqual(words.map(guessCountryCode));
  }, 60_000);
});

describe('Node’s decompressors return what those of the packages return', () => {
  const inflate = require('tiny-inflate') as Inflate;
  const UnicodeTrie = require('unicode-trie') as Trie;
  const packed = deflateRawSync(TEXT);

  test.each([
    ['of the same size', TEXT.length],
    ['larger', TEXT.length + 100],
  ])('for a target that is %s', (_, size) => {
    const [own, bundled] = [inflate, probe.inflate].map((unpack) => {
      const target = new Uint8Array(size);
      const bytes = unpack(packed, target);
      return { bytes: [...bytes], target: [...target], bufferSize: bytes.buffer.byteLength };
    });
    expect(own?.bytes).toEqual([...TEXT]);
    expect(bundled).toEqual(own);
  });

  test('for a web font’s brotli data', () => {
    const unpack = require('brotli/decompress.js') as Probe['unpackWebFont'];
    const web = brotliCompressSync(TEXT);
    const bytes = probe.unpackWebFont(web, TEXT.length);
    expect([...bytes]).toEqual([...unpack(web, TEXT.length)]);
    expect(bytes.buffer.byteLength).toBe(TEXT.length);
  });

  const shapers = join(root, 'node_modules', 'fontkit', 'src', 'opentype', 'shapers');
  test.each(readdirSync(shapers).filter((name) => name.endsWith('.trie')))(
    'for fontkit’s table %s',
    (name) => {
      const table = readFileSync(join(shapers, name));
      const [own, bundled] = [new UnicodeTrie(table), new probe.UnicodeTrie(table)];
      const codePoints = Array.from({ length: 0x11_0000 }, (_, index) => index);
      expect(codePoints.filter((one) => own.get(one) !== bundled.get(one))).toEqual([]);
    },
  );
});
