import { beforeAll, describe, expect, test } from '@jest/globals';
import naughty from 'big-list-of-naughty-strings' with { type: 'json' };
import { toPrintable } from '../../src/text/printable-text.ts';
import { expectValidRanges } from '../helpers/expect-valid-problems.ts';
import { type ReadPdf, readPdf } from '../helpers/read-pdf.ts';
import { findAll, readTrees } from '../helpers/read-structure.ts';
import { createTextPipeline, makePhoto } from '../helpers/render-issue.ts';

const STRINGS = [...new Set(naughty)];
const COUNTRIES = ['AZ', 'KZ', 'KG', 'RU', 'TJ', 'TM', 'UZ'];
const SHARE = Math.ceil(STRINGS.length / COUNTRIES.length);
/** The fields of an article in the order in which they are printed. */
const PRINTED = ['title', 'caption', 'credit', 'lead', 'body'] as const;
const FIELDS = ['topic', ...PRINTED, 'alt', 'source'] as const;
type Field = (typeof FIELDS)[number];
/** Start of the source of an article; its number identifies the article on the page. */
const sourceOf = (index: number) => `https://example.org/n${String(index).padStart(4, '0')}/`;

/** Code of the error for each rejected string, by field and index of the string. */
type Rejected = Map<string, string>;
const keyOf = (field: Field, index: number) => `${field} ${index}`;

/** Returns an issue with every string in every field that does not reject it, each on its own line. */
function issueOf(rejected: Rejected): { yaml: string; lines: string[] } {
  const lines: string[] = [];
  const text: string[] = [];
  const add = (line: string, key = '') => {
    text.push(line);
    lines.push(key);
  };
  const value = (field: Field, index: number) => {
    const start = field === 'source' ? sourceOf(index) : '';
    return rejected.has(keyOf(field, index))
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

/** Reduces a text to letters and digits, because printing changes quotes, spaces and Markdown. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Normalizes a text that is printed unchanged except for capitals, quotes, dashes, dots and spaces.
 * Combining marks are removed because their order varies.
 */
/** Decodes the percent-encoded characters of an address that are valid UTF-8. */
function decode(address: string): string {
  return address.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKD')
    .replace(/[\s'"‘’‚“”„`\p{Pd}\p{M}\p{Cf}\u2212.…]/gu, '');
}

/** Returns the text of all pages in reading order, without page numbers. */
function printedText({ pages }: ReadPdf): string {
  // Page numbers are left out because a text may continue on the next page.
  return pages
    .flatMap(({ lines, label }) =>
      lines.filter(({ text }, i) => i < lines.length - 1 || text !== label),
    )
    .map(({ text, hyphenated }) => (hyphenated ? text.slice(0, -1) : `${text} `))
    .join('');
}

describe('every string of the Big List of Naughty Strings, in every text field,', () => {
  const rejected: Rejected = new Map();
  let pdf: ReadPdf;
  let alts: (string | undefined)[];

  beforeAll(async () => {
    const sessions = createTextPipeline({ 'hall.jpg': await makePhoto(1600, 40) });
    for (let found = -1; found !== rejected.size; ) {
      // The number of problems for each code is limited, so several runs are needed.
      found = rejected.size;
      const { yaml, lines } = issueOf(rejected);
      const { problems } = await sessions.check(yaml);
      expectValidRanges(problems, yaml);
      for (const { severity, code, range, message } of problems) {
        if (severity !== 'error') continue;
        const key = lines[(range?.start.line ?? 0) - 1];
        if (!key) throw new Error(message);
        rejected.set(key, code);
      }
    }
    const { issue } = await sessions.render(issueOf(rejected).yaml);
    const bytes = issue?.rendered.bytes ?? Buffer.alloc(0);
    pdf = await readPdf(bytes);
    alts = (await readTrees(bytes))
      .flatMap((tree) => findAll(tree, 'Figure'))
      .map(({ alt }) => alt);
  }, 240_000);

  const accepted = (field: Field) =>
    STRINGS.flatMap((text, i) => (rejected.has(keyOf(field, i)) ? [] : [{ text, i }]));

  test.each(FIELDS)('is accepted or rejected at its field: %s', (field) => {
    const codes = [...rejected].filter(([key]) => key.startsWith(field)).map(([, code]) => code);
    expect(accepted(field).length).toBeGreaterThan(field === 'source' ? 150 : 250);
    expect(codes.length).toBeGreaterThan(5);
    const known = ['value-empty', 'value-invalid', 'glyph-missing', 'link-invalid', 'title-twice'];
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
  });

  test('is found in the introduction if it is a topic', () => {
    const page = comparableText(printedText(pdf));
    let from = 0;
    const introduction = page.slice(0, page.indexOf(comparableText(sourceOf(0))));
    const lost = accepted('topic').filter(({ text }) => {
      const at = introduction.indexOf(comparableText(text), from);
      if (at >= 0) from = at;
      return at < 0;
    });
    expect(lost).toEqual([]);
  });

  test('is found in its article, field by field', () => {
    const text = printedText(pdf);
    const lost: string[] = [];
    let start = 0;
    for (const index of STRINGS.keys()) {
      const end = text.indexOf(sourceOf(index), start);
      const article = text.slice(start, end);
      start = end;
      for (const field of PRINTED) {
        if (rejected.has(keyOf(field, index))) continue;
        const read = field === 'body' ? lettersOf : comparableText;
        if (!read(article).includes(read(STRINGS[index] ?? '')))
          lost.push(`${field} ${STRINGS[index]}`);
      }
      const next = text.indexOf(sourceOf(index + 1), start);
      const source = text.slice(start, next < 0 ? undefined : next).replace(/\s/g, '');
      // An address prints in readable letters where the fonts have them, and as ASCII where they do not.
      if (
        !rejected.has(keyOf('source', index)) &&
        !comparableText(decode(source)).includes(comparableText(decode(STRINGS[index] ?? '')))
      )
        lost.push(`source ${STRINGS[index]}`);
    }
    expect(lost).toEqual([]);
  });

  test('is found in the alternative text of a photo', () => {
    let from = 0;
    const lost = accepted('alt').filter(({ text }) => {
      const at = alts.indexOf(toPrintable(text).replace(/\s+/g, ' ').trim(), from);
      if (at >= 0) from = at + 1;
      return at < 0;
    });
    expect(lost).toEqual([]);
  });
});

test('every string is rejected as the path of a photo and as a country', async () => {
  const articles = STRINGS.map(
    (photo, index) =>
      `\n${JSON.stringify({ title: `T ${index}`, source: sourceOf(index), body: 'B', photo })}`,
  );
  const acceptedOf = async (start: string, values: readonly string[], end: string) => {
    const { problems } = await createTextPipeline().check(`${start}[${values.join(',')}]${end}`);
    const rejectedProblems = problems.filter(({ severity }) => severity === 'error');
    const lines = new Set(rejectedProblems.map(({ range }) => range?.start.line));
    return values.filter((_, index) => !lines.has(index + 2));
  };
  const head = '{"number":19,"period":{"from":"2024-11-16","to":"2024-11-30"},"sections":';
  // At most 200 problems are reported for each code.
  for (let from = 0; from < STRINGS.length; from += 200) {
    const photos = articles.slice(from, from + 200);
    const start = `${head}[{"country":"KZ","topics":["t"],"articles":`;
    expect(await acceptedOf(start, photos, '}]}')).toEqual([]);
    const countries = STRINGS.slice(from, from + 200).map(
      (country, index) =>
        `\n${JSON.stringify({ country, topics: ['t'], articles: [{ title: `T ${index}`, source: sourceOf(index), body: 'B' }] })}`,
    );
    expect(await acceptedOf(head, countries, '}')).toEqual([]);
  }
}, 60_000);
