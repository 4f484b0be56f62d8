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

/** The fingerprints of cover, masthead, Kazakhstan, Uzbekistan, back cover. */
async function pageHashes(yaml: string, photo = makePhoto()): Promise<readonly string[]> {
  const host = createMemoryHost({
    '/desk/2024-19/issue.yaml': yaml,
    '/desk/2024-19/a.jpg': await photo,
  });
  const pipeline = createPipeline({ host, root, output: '/out' });
  return (await pipeline.renderIssue('/desk/2024-19/issue.yaml')).issue?.rendered.pageHashes ?? [];
}

/** Sheets, from 1, that look different. */
function changed(before: readonly string[], after: readonly string[]): number[] {
  return after.flatMap((mark, index) => (mark === before[index] ? [] : [index + 1]));
}

const first = pageHashes(issue('Some words.'));

test('pages that look the same have the same one', async () => {
  expect(await first).toHaveLength(5);
  expect(changed(await first, await pageHashes(issue('Some words.')))).toEqual([]);
});

test.each([
  ['a word', 'Other words.'],
  ['a style', 'Some *words*.'],
  ['a link', 'Some [words](https://example.org/).'],
])('%s changes the page it is on and no other', async (_, body) => {
  expect(changed(await first, await pageHashes(issue(body)))).toEqual([3]);
});

test('an address that a link leads to changes its page', async () => {
  const [one, two] = ['a', 'b'].map((name) => issue(`Some [words](https://example.org/${name}).`));
  expect(changed(await pageHashes(one ?? ''), await pageHashes(two ?? ''))).toEqual([3]);
});

test('a letter that is new to a font changes no other page', async () => {
  const after = await pageHashes(issue('Some ZЖQ words.'));
  expect(changed(await first, after)).toEqual([3]);
});

test('another photo of the same name and size changes its page', async () => {
  const after = await pageHashes(issue('Some words.'), makePhoto(901, 600));
  expect(changed(await first, after)).toEqual([3]);
});
