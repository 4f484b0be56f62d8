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

/** Reads a text in one run and again in the next; `asked` counts what the second one did not know. */
async function readTwice<T>(text: string, wanted: z.ZodType<T>) {
  const cacheFiles = openCacheFiles('/cache', createMemoryHost({}, { program: 'first' }));
  const readOnce = async () => {
    const persistentCache = createPersistentCache(createBuildCache(), cacheFiles);
    const memo = await persistentCache.open<unknown>('templates', 20);
    let asked = 0;
    const known = {
      get: (key: string, make: () => unknown) =>
        memo.get(key, () => {
          asked += 1;
          return make();
        }),
    };
    const file = { reading: 'words', path: '/templates/a.yaml', text };
    const read = readTemplateYaml(file, wanted, known);
    await persistentCache.save();
    return { ...read, asked };
  };
  await readOnce();
  return readOnce();
}

test('a text that was sound is not parsed again, and its places are known all the same', async () => {
  const { document, value, problems, asked } = await readTwice(TEXT, schema);
  expect(asked).toBe(0);
  expect(problems).toEqual([]);
  const parsed = readYaml(TEXT, '/templates/a.yaml').document;
  expect(value).toEqual(parsed.value);
  expect(document.value).toEqual(parsed.value);
  expect(document.locate(['words', 1])).toEqual(parsed.locate(['words', 1]));
  expect(document.locateKey(['sizes', 'note'])).toEqual(parsed.locateKey(['sizes', 'note']));
  expect(document.suppressions).toEqual([]);
});

test('what the schema makes of a text is known too', async () => {
  const inPoints = z.object({ width: z.string().transform((text) => Number.parseFloat(text) * 2) });
  const { value, asked } = await readTwice('width: 4mm\n', inPoints);
  expect([value, asked]).toEqual([{ width: 8 }, 0]);
});

test.each([
  ['a: b: c\n', schema],
  ['a: Win # 19\n', schema],
  ['a: .nan\n', schema],
  ['a: b\n', z.strictObject({ b: z.string() })],
  ['a: b\n', schema.transform((value) => new Map(Object.entries(value)))],
  ['a: b\n', schema.transform(({ a }) => ({ a, b: undefined }))],
])(
  '%j is read anew each time where it has problems, or JSON would not give it back',
  async (text, wanted) => {
    const { value, problems, asked } = await readTwice<unknown>(text, wanted);
    expect(asked).toBe(1);
    const once = readTemplateYaml(
      { reading: 'words', path: '/templates/a.yaml', text },
      wanted as z.ZodType<unknown>,
      {
        get: (_, make) => make(),
      },
    );
    expect([value, problems]).toEqual([once.value, once.problems]);
  },
);

test('two readings of one text are two things', () => {
  const known = createBuildCache().memo<string, unknown>();
  const file = { path: '/templates/a.yaml', text: 'a: b\n' };
  const loose = readTemplateYaml({ ...file, reading: 'loose' }, schema, known);
  const strict = readTemplateYaml(
    { ...file, reading: 'strict' },
    z.strictObject({ b: z.string() }),
    known,
  );
  expect([loose.problems.length, strict.value]).toEqual([0, undefined]);
});
