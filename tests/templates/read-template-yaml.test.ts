import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { createBuildCache } from '../../src/cache/build-cache.ts';
import { openCacheFiles } from '../../src/cache/cache-files.ts';
import { createPersistentCache } from '../../src/cache/persistent-cache.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { readTemplateYaml } from '../../src/templates/read-template-yaml.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

const TEXT = 'sizes: {body: 11.5, note: 9}\nwords: [one, "two"]\n';
const schema = z.record(z.string(), z.unknown());

/** Reads a text in two runs; `cacheMisses` counts the cache misses of the second one. */
async function readTwice<T>(text: string, wanted: z.ZodType<T>) {
  const cacheFiles = openCacheFiles('/cache', createMemoryHost({}, { program: 'first' }));
  const readOnce = async () => {
    const persistentCache = createPersistentCache(createBuildCache(), cacheFiles);
    const memo = await persistentCache.open<unknown>('templates', 20);
    let cacheMisses = 0;
    const cache = {
      get: (key: string, make: () => unknown) =>
        memo.get(key, () => {
          cacheMisses += 1;
          return make();
        }),
    };
    const file = { schemaName: 'words', path: '/templates/a.yaml', text };
    const read = readTemplateYaml(file, wanted, cache);
    await persistentCache.save();
    return { ...read, cacheMisses };
  };
  await readOnce();
  return readOnce();
}

test('a valid text is not parsed again, but its positions can be located', async () => {
  const { document, value, problems, cacheMisses } = await readTwice(TEXT, schema);
  expect(cacheMisses).toBe(0);
  expect(problems).toEqual([]);
  const parsed = readYaml(TEXT, '/templates/a.yaml').document;
  expect(value).toEqual(parsed.value);
  expect(document.value).toEqual(parsed.value);
  expect(document.locate(['words', 1])).toEqual(parsed.locate(['words', 1]));
  expect(document.locateKey(['sizes', 'note'])).toEqual(parsed.locateKey(['sizes', 'note']));
  expect(document.suppressions).toEqual([]);
});

test('values transformed by the schema are cached, too', async () => {
  const inPoints = z.object({ width: z.string().transform((text) => Number.parseFloat(text) * 2) });
  const { value, cacheMisses } = await readTwice('width: 4mm\n', inPoints);
  expect([value, cacheMisses]).toEqual([{ width: 8 }, 0]);
});

test.each([
  ['a: b: c\n', schema],
  ['a: Win # 19\n', schema],
  ['a: .nan\n', schema],
  ['a: b\n', z.strictObject({ b: z.string() })],
  ['a: b\n', schema.transform((value) => new Map(Object.entries(value)))],
  ['a: b\n', schema.transform(({ a }) => ({ a, b: undefined }))],
])('%j is not cached because it has problems or does not survive JSON', async (text, wanted) => {
  const { value, problems, cacheMisses } = await readTwice<unknown>(text, wanted);
  expect(cacheMisses).toBe(1);
  const once = readTemplateYaml(
    { schemaName: 'words', path: '/templates/a.yaml', text },
    wanted as z.ZodType<unknown>,
    {
      get: (_, make) => make(),
    },
  );
  expect([value, problems]).toEqual([once.value, once.problems]);
});

test('the cache distinguishes schemas of the same text', () => {
  const cache = createBuildCache().memo<string, unknown>();
  const file = { path: '/templates/a.yaml', text: 'a: b\n' };
  const loose = readTemplateYaml({ ...file, schemaName: 'loose' }, schema, cache);
  const strict = readTemplateYaml(
    { ...file, schemaName: 'strict' },
    z.strictObject({ b: z.string() }),
    cache,
  );
  expect([loose.problems.length, strict.value]).toEqual([0, undefined]);
});
