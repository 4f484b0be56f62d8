import { expect, test } from '@jest/globals';
import { readDividedWords } from '../../helpers/read-structure.ts';
import { renderSections } from '../../helpers/render-sections.ts';

const NARROW = '* a\n\n  * b\n\n    * c\n\n      * ';
const photo = { side: 'left' } as const;

test('a word divided between two lines is tagged with the whole word at its beginning', async () => {
  const text =
    'representatives of organisations participating in international cooperation '.repeat(24);
  const { bytes } = await renderSections([[{ body: text }]]);
  const read = readDividedWords(bytes);
  expect(read.length).toBeGreaterThan(1);
  for (const whole of read) expect(text).toContain(`${whole} `);
});

test('a word divided between three lines is tagged with the whole word exactly once', async () => {
  const word = 'internationaldepartmentalorganisationalrepresentatives,';
  const { bytes, pdf } = await renderSections([[{ photo, body: `${NARROW}The ${word} it is` }]]);
  const parts = pdf.pages[2]?.pieces.filter(({ divided }) => divided) ?? [];
  expect(new Set(parts.map(({ y }) => y)).size).toBe(3);
  expect(parts.map(({ text }) => text.trim().replace(/-$/, '')).join('')).toBe(word);
  expect(readDividedWords(bytes)).toEqual([word]);
});
