import { expect, test } from '@jest/globals';
import { createKeptShelves } from '../../src/memory/kept-shelves.ts';
import { createMemory } from '../../src/memory/memory.ts';
import { createStore } from '../../src/memory/store.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { readKnownYaml } from '../../src/templates/read-known-yaml.ts';
import { createMemoryWorld } from '../helpers/memory-world.ts';

const TEXT = 'sizes: {body: 11.5, note: 9}\nwords: [one, "two"]\n';

/** Reads a text in one run and again in the next; `asked` counts what the second one did not know. */
async function readTwice(text: string) {
  const store = createStore('/cache', createMemoryWorld(), async () => Buffer.from('packages'));
  const readOnce = async () => {
    const shelves = createKeptShelves(createMemory(), store);
    const shelf = await shelves.open<unknown>('templates', 'first');
    let asked = 0;
    const values = {
      get: (key: string, make: () => unknown) =>
        shelf.get(key, () => {
          asked += 1;
          return make();
        }),
    };
    const read = readKnownYaml(text, '/a.yaml', values);
    await shelves.keep();
    return { ...read, asked };
  };
  await readOnce();
  return readOnce();
}

test('a text that was sound is not parsed again, and its places are known all the same', async () => {
  const { document, problems, asked } = await readTwice(TEXT);
  expect(asked).toBe(0);
  expect(problems).toEqual([]);
  const parsed = readYaml(TEXT, '/a.yaml').document;
  expect(document.value).toEqual(parsed.value);
  expect(document.locate(['words', 1])).toEqual(parsed.locate(['words', 1]));
  expect(document.locateKey(['sizes', 'note'])).toEqual(parsed.locateKey(['sizes', 'note']));
  expect(document.silences).toEqual([]);
});

test.each(['a: b: c\n', 'a: Win # 19\n', 'a: .nan\n'])(
  '%j is read anew each time',
  async (text) => {
    const { document, problems, asked } = await readTwice(text);
    expect(asked).toBe(1);
    const parsed = readYaml(text, '/a.yaml');
    expect(document.value).toEqual(parsed.document.value);
    expect(problems).toEqual(parsed.problems);
  },
);
