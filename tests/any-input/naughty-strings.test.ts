import { expect, test } from '@jest/globals';
import naughty from 'big-list-of-naughty-strings' with { type: 'json' };
import { expectPlaces } from '../helpers/expect-told.ts';
import { issueWith } from '../helpers/hostile-texts.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { createDesk } from '../helpers/render-issue.ts';

const desk = createDesk();

/** An issue with an article for each string, which is its title, lead and body, on a line of its own. */
function issueOf(strings: readonly string[]): string {
  const articles = strings.map(
    (text, index) =>
      `\n${JSON.stringify({ title: text, lead: text, body: text, source: `https://example.org/${index}` })}`,
  );
  const listed = `"articles":[${articles.join(',')}]`;
  return issueWith({}, { articles: [] }).replace('"articles":[]', () => listed);
}

/** The strings that are printed, and how many are refused; of many problems not all are told at once. */
async function part(
  strings: readonly string[],
): Promise<{ sound: readonly string[]; refused: number }> {
  const yaml = issueOf(strings);
  const { problems } = await desk.check(yaml);
  expectPlaces(problems, yaml);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const wrong = new Set(errors.map(({ range }) => (range?.start.line ?? 0) - 2));
  const sound = strings.filter((_, index) => !wrong.has(index));
  if (sound.length === strings.length) return { sound, refused: 0 };
  const rest = await part(sound);
  return { sound: rest.sound, refused: strings.length - rest.sound.length };
}

/** What is left of a text whatever quotes, spaces and signs of Markdown become in print. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

test('every one of the Big List of Naughty Strings is printed or refused by name', async () => {
  const { sound, refused } = await part([...new Set(naughty)]);
  expect(sound.length).toBeGreaterThan(250);
  expect(refused).toBeGreaterThan(50);
  const { rendered } = await desk.render(issueOf(sound));
  const { pages } = await readPdf(rendered?.bytes ?? Buffer.alloc(0));
  // A text may go on overleaf: the folio between its halves is left out.
  const lines = pages.flatMap(({ lines: all, label }) => all.filter(({ text }) => text !== label));
  const page = lettersOf(lines.map(({ text }) => text).join(''));
  const lost = sound.filter((text) => page.split(lettersOf(text)).length <= 3);
  expect(lost).toEqual([]);
}, 180_000);
