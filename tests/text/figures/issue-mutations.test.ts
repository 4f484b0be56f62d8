import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { listUnits } from '../../../src/publications/shared/editions/text-units.ts';
import type { FigureText } from '../../../src/text/figures/compare-figures.ts';
import { root } from '../../helpers/project-root.ts';
import { compare } from './compare-pair.ts';

// The Russian editions that ship: no false alarm, and a wrong figure is found.

interface Article {
  readonly title: string;
  readonly lead?: string;
  readonly body: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly photo?: { readonly alt?: string; readonly caption?: string };
}
type Text = Pick<FigureText, 'text' | 'links'>;
interface Pair {
  readonly english: Text;
  readonly russian: Text;
}

function readTexts(file: string): Text[] {
  const { sections } = parse(readFileSync(join(root, 'issues', file), 'utf8')) as {
    sections: { topics: string[]; articles: Article[] }[];
  };
  return sections.flatMap(({ topics, articles }) => [
    ...topics.map((text) => ({ text, links: [] })),
    ...articles.flatMap(({ title, lead = '', body, photo = {}, ...rest }) => {
      const { alt = '', caption = '' } = { ...photo, ...rest };
      return [
        ...[title, lead, alt, caption].map((text) => ({ text, links: [] })),
        ...listUnits(body),
      ];
    }),
  ]);
}

const pairs = ['2024-19', '2025-01'].flatMap((issue): Pair[] => {
  const [english, russian] = ['issue.yaml', 'issue.ru.yaml'].map((name) =>
    readTexts(`${issue}/${name}`),
  ) as [Text[], Text[]];
  expect(russian).toHaveLength(english.length);
  return english.flatMap((text, i) => {
    const other = russian[i];
    return other ? [{ english: text, russian: other }] : [];
  });
});

const differ = ({ english, russian }: Pair) => {
  const { missing, added } = compare(english.text, russian.text, 'en', 'ru', {
    first: english.links,
    edition: russian.links,
  });
  return missing.length + added.length > 0;
};

test('no paragraph of the shipped editions differs from its translation', () => {
  expect(pairs.length).toBeGreaterThan(300);
  expect(pairs.filter(differ)).toEqual([]);
});

/** Every text that a change of one match turns a text into. */
function change(text: string, pattern: RegExp, into: (found: string) => string[]): string[] {
  return Array.from(text.matchAll(pattern), ([found], i) => ({ found, i })).flatMap(
    ({ found, i }) =>
      into(found).map((other) => {
        let count = -1;
        return text.replace(pattern, (whole) => {
          count += 1;
          return count === i ? other : whole;
        });
      }),
  );
}

const MONTHS = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
const byOne = (found: string) =>
  [Number(found) + 1, Number(found) - 1].filter((number) => number >= 0).map(String);

// Floors: measured 100, 99, 100, 98, 100 and 100 percent. What escapes is "8,50" for 8.5 and a year
// that stands twice in its paragraph.
describe.each([
  ['a figure by one', /\d+/g, byOne, 0.98, 180],
  ['a figure by ten times', /\d+/g, (found: string) => [`${found}0`], 0.97, 80],
  ['the last two digits', /\d{2,}/g, (f: string) => [f.replace(/(\d)(\d)$/, '$2$1')], 0.97, 70],
  ['a figure away', /\d+(?:[ ,]\d+)*/g, () => [''], 0.95, 80],
  ['a month', new RegExp(MONTHS, 'g'), () => ['мая'], 1, 12],
  ['a unit', /кг/g, () => ['г', 'т', 'м', '%'], 1, 12],
] as const)('changing %s', (_, pattern, into, floor, count) => {
  test('is found', () => {
    const changed = pairs.flatMap(({ english, russian }) =>
      change(russian.text, pattern, into)
        .filter((text) => text !== russian.text)
        .map((text) => ({ english, russian: { ...russian, text } })),
    );
    const escaped = changed.filter((pair) => !differ(pair));
    expect(changed.length).toBeGreaterThanOrEqual(count);
    expect(1 - escaped.length / changed.length).toBeGreaterThanOrEqual(floor);
  });
});

test('a link that leads elsewhere is found', () => {
  const linked = pairs.filter(({ russian }) => russian.links.length > 0);
  expect(linked.length).toBeGreaterThan(0);
  const moved = linked.map(({ english, russian }) => ({
    english,
    russian: { ...russian, links: russian.links.map((link) => `${link}1`) },
  }));
  expect(moved.filter((pair) => !differ(pair))).toEqual([]);
});
