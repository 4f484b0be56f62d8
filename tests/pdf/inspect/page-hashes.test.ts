import { expect, test } from '@jest/globals';
import { createPipeline } from '../../../src/pipeline/pipeline.ts';
import { createMemoryHost } from '../../helpers/memory-host.ts';
import { root } from '../../helpers/project-root.ts';
import { makePhoto } from '../../helpers/render-issue.ts';
import { sampleIssue } from '../../helpers/sample-issue.ts';

const article = (title: string, body: string) => ({
  title,
  source: `https://example.org/${title.toLowerCase()}`,
  body,
});
const issue = (body: string) =>
  sampleIssue({
    KZ: [{ ...article('Rally', body), photo: 'a.jpg' }],
    UZ: [article('Contest', 'As before.')],
  });

/** Returns the hashes of cover, masthead, Kazakhstan, Uzbekistan, back cover. */
async function pageHashes(yaml: string, photo = makePhoto()): Promise<readonly string[]> {
  const host = createMemoryHost({
    '/desk/2024-19/issue.yaml': yaml,
    '/desk/2024-19/a.jpg': await photo,
  });
  const pipeline = createPipeline({ host, root, output: '/out' });
  return (await pipeline.renderIssue('/desk/2024-19/issue.yaml')).issue?.rendered.pageHashes ?? [];
}

/** Returns the numbers, from 1, of sheets that look different. */
function changedSheets(before: readonly string[], after: readonly string[]): number[] {
  return after.flatMap((hash, index) => (hash === before[index] ? [] : [index + 1]));
}

const first = pageHashes(issue('Some words.'));

test('pages that look the same have the same hash', async () => {
  expect(await first).toHaveLength(5);
  expect(changedSheets(await first, await pageHashes(issue('Some words.')))).toEqual([]);
});

test.each([
  ['a word', 'Other words.'],
  ['a style', 'Some *words*.'],
  ['a link', 'Some [words](https://example.org/).'],
])('%s changes the hash of its own page only', async (_, body) => {
  expect(changedSheets(await first, await pageHashes(issue(body)))).toEqual([3]);
});

test('the address of a link changes the hash of its page', async () => {
  const [one, two] = ['a', 'b'].map((name) => issue(`Some [words](https://example.org/${name}).`));
  expect(changedSheets(await pageHashes(one ?? ''), await pageHashes(two ?? ''))).toEqual([3]);
});

test('a glyph that is new in a font changes no other page', async () => {
  const after = await pageHashes(issue('Some ZЖQ words.'));
  expect(changedSheets(await first, after)).toEqual([3]);
});

test('another photo with the same name and size changes the hash of its page', async () => {
  const after = await pageHashes(issue('Some words.'), makePhoto(901, 600));
  expect(changedSheets(await first, after)).toEqual([3]);
});
