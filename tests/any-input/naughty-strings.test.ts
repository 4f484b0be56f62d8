import { beforeAll, describe, expect, test } from '@jest/globals';
import naughty from 'big-list-of-naughty-strings' with { type: 'json' };
import { expectPlaces } from '../helpers/expect-told.ts';
import { type ReadPdf, readPdf } from '../helpers/read-pdf.ts';
import { findAll, readTrees } from '../helpers/read-structure.ts';
import { createDesk, makePhoto } from '../helpers/render-issue.ts';

const STRINGS = [...new Set(naughty)];
const COUNTRIES = ['AZ', 'KZ', 'KG', 'RU', 'TJ', 'TM', 'UZ'];
const SHARE = Math.ceil(STRINGS.length / COUNTRIES.length);
/** The fields of an article in the order in which they are printed. */
const PRINTED = ['title', 'caption', 'credit', 'lead', 'body'] as const;
const FIELDS = ['topic', ...PRINTED, 'alt', 'source'] as const;
type Field = (typeof FIELDS)[number];
/** What an article's source begins with; the number tells the articles of the page apart. */
const sourceOf = (index: number) => `https://example.org/n${String(index).padStart(4, '0')}/`;

/** The fields that refuse a string, by its place in the list, with the code. */
type Refused = Map<string, string>;
const keyOf = (field: Field, index: number) => `${field} ${index}`;

/** An issue with each string in each field, on a line of its own, but where it is refused. */
function issueOf(refused: Refused): { yaml: string; lines: string[] } {
  const lines: string[] = [];
  const text: string[] = [];
  const add = (line: string, key = '') => {
    text.push(line);
    lines.push(key);
  };
  const value = (field: Field, index: number) => {
    const start = field === 'source' ? sourceOf(index) : '';
    return refused.has(keyOf(field, index))
      ? `${start || 'Plain '}${index}`
      : `${start}${STRINGS[index]}`;
  };
  const field = (name: Field, index: number, end = ',') =>
    add(`"${name}":${JSON.stringify(value(name, index))}${end}`, keyOf(name, index));
  add('{"number":19,"period":{"from":"2024-11-16","to":"2024-11-30"},"sections":[');
  for (const [section, country] of COUNTRIES.entries()) {
    const numbers = STRINGS.map((_, index) => index).slice(section * SHARE, (section + 1) * SHARE);
    add(`{"country":"${country}","topics":[`);
    for (const index of numbers) {
      add(`${JSON.stringify(value('topic', index))},`, keyOf('topic', index));
    }
    add('],"articles":[');
    for (const index of numbers) {
      add('{');
      field('title', index);
      add('"photo":{"file":"hall.jpg","side":"full",');
      for (const name of ['alt', 'caption', 'credit'] as const) field(name, index);
      add('},');
      for (const name of ['lead', 'body'] as const) field(name, index);
      field('source', index, '');
      add('},');
    }
    add(']},');
  }
  add(']}');
  return { yaml: text.join('\n'), lines };
}

/** What is left of a text whatever quotes, spaces and signs of Markdown become in print. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * A text that is printed as it is, but for its capitals, quotes, dashes, dots and spaces; marks over
 * and under letters have no one order.
 */
function signsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKD')
    .replace(/[\s'"‘’‚“”„`\p{Pd}\p{M}\u00ad\u200b.…]/gu, '');
}

/** All that is printed between cover and foot of the pages, in the order of reading. */
function printedText({ pages }: ReadPdf): string {
  // A text may go on overleaf: the folio between its halves is left out.
  return pages
    .flatMap(({ lines, label }) =>
      lines.filter(({ text }, i) => i < lines.length - 1 || text !== label),
    )
    .map(({ text, hyphenated }) => (hyphenated ? text.slice(0, -1) : `${text} `))
    .join('');
}

describe('every one of the Big List of Naughty Strings, in every field for text,', () => {
  const refused: Refused = new Map();
  let pdf: ReadPdf;
  let alts: (string | undefined)[];

  beforeAll(async () => {
    const sessions = createDesk({ 'hall.jpg': await makePhoto(1600, 40) });
    for (let found = -1; found !== refused.size; ) {
      // Of many problems of a kind not all are told at once.
      found = refused.size;
      const { yaml, lines } = issueOf(refused);
      const { problems } = await sessions.check(yaml);
      expectPlaces(problems, yaml);
      for (const { severity, code, range, message } of problems) {
        if (severity !== 'error') continue;
        const key = lines[(range?.start.line ?? 0) - 1];
        if (!key) throw new Error(message);
        refused.set(key, code);
      }
    }
    const { issue } = await sessions.render(issueOf(refused).yaml);
    const bytes = issue?.rendered.bytes ?? Buffer.alloc(0);
    pdf = await readPdf(bytes);
    alts = (await readTrees(bytes))
      .flatMap((tree) => findAll(tree, 'Figure'))
      .map(({ alt }) => alt);
  }, 240_000);

  const sound = (field: Field) =>
    STRINGS.flatMap((text, i) => (refused.has(keyOf(field, i)) ? [] : [{ text, i }]));

  test.each(FIELDS)('is taken or refused by name: %s', (field) => {
    const codes = [...refused].filter(([key]) => key.startsWith(field)).map(([, code]) => code);
    expect(sound(field).length).toBeGreaterThan(field === 'source' ? 150 : 250);
    expect(codes.length).toBeGreaterThan(5);
    const known = ['value-empty', 'value-invalid', 'glyph-missing', 'link-invalid', 'title-twice'];
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
  });

  test('is read back from the introduction where it is a topic', () => {
    const page = signsOf(printedText(pdf));
    let from = 0;
    const lost = sound('topic').filter(({ text }) => {
      const at = page.indexOf(signsOf(text), from);
      if (at >= 0) from = at;
      return at < 0;
    });
    expect(lost).toEqual([]);
    expect(from).toBeLessThan(page.indexOf(signsOf(sourceOf(0))));
  });

  test('is read back from its article, field by field', () => {
    const text = printedText(pdf);
    const lost: string[] = [];
    let start = 0;
    for (const index of STRINGS.keys()) {
      const end = text.indexOf(sourceOf(index), start);
      const article = text.slice(start, end);
      start = end;
      for (const field of PRINTED) {
        if (refused.has(keyOf(field, index))) continue;
        const read = field === 'body' ? lettersOf : signsOf;
        if (!read(article).includes(read(STRINGS[index] ?? '')))
          lost.push(`${field} ${STRINGS[index]}`);
      }
      const next = text.indexOf(sourceOf(index + 1), start);
      const source = signsOf(text.slice(start, next < 0 ? undefined : next));
      if (!refused.has(keyOf('source', index)) && !source.includes(signsOf(STRINGS[index] ?? '')))
        lost.push(`source ${STRINGS[index]}`);
    }
    expect(lost).toEqual([]);
  });

  test('is read aloud where it says what a picture shows', () => {
    let from = 0;
    const lost = sound('alt').filter(({ text }) => {
      const at = alts.indexOf(text.replace(/\s+/g, ' ').trim(), from);
      if (at >= 0) from = at + 1;
      return at < 0;
    });
    expect(lost).toEqual([]);
  });
});

test('every one of them is refused by name as a photo’s path and as a country', async () => {
  const articles = STRINGS.map(
    (photo, index) =>
      `\n${JSON.stringify({ title: `T ${index}`, source: sourceOf(index), body: 'B', photo })}`,
  );
  const taken = async (start: string, values: readonly string[], end: string) => {
    const { problems } = await createDesk().check(`${start}[${values.join(',')}]${end}`);
    const refusedLines = problems.filter(({ severity }) => severity === 'error');
    const lines = new Set(refusedLines.map(({ range }) => range?.start.line));
    return values.filter((_, index) => !lines.has(index + 2));
  };
  const head = '{"number":19,"period":{"from":"2024-11-16","to":"2024-11-30"},"sections":';
  // Of one kind 200 are told.
  for (let from = 0; from < STRINGS.length; from += 200) {
    const photos = articles.slice(from, from + 200);
    const start = `${head}[{"country":"KZ","topics":["t"],"articles":`;
    expect(await taken(start, photos, '}]}')).toEqual([]);
    const countries = STRINGS.slice(from, from + 200).map(
      (country, index) =>
        `\n${JSON.stringify({ country, topics: ['t'], articles: [{ title: `T ${index}`, source: sourceOf(index), body: 'B' }] })}`,
    );
    expect(await taken(head, countries, '}')).toEqual([]);
  }
}, 60_000);
