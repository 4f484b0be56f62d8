// The examples of the rules in docs/rules.md: the wrong one is found, the right one is not.
import { describe, expect, test } from '@jest/globals';
import type { Example } from '../../src/diagnostics/problem-code.ts';
import { CODES } from '../../src/publications/index.ts';
import { proofingOf } from '../helpers/proofread.ts';
import { issueOf, review } from '../helpers/review-issue.ts';

/** The codes that are found in an issue with an example as its article, and its topics, one a line. */
async function codesOf(example: Example): Promise<string[]> {
  const texts: Readonly<Record<string, string>> =
    typeof example === 'string' ? { body: example } : example;
  const language = /\p{Script=Cyrillic}{4}/u.test(Object.values(texts).join(' ')) ? 'ru' : 'en';
  const standard = language === 'ru' ? 'о беседах' : 'lessons';
  const { topics = standard, alt, caption, credit, ...article } = texts;
  const ofPhoto = Object.entries({ alt, caption, credit }).filter(([, text]) => text !== undefined);
  const photo = ofPhoto.map(([key, text]) => `, ${key}: ${JSON.stringify(text)}`).join('');
  const yaml = issueOf(article)
    .replace('[lessons]', JSON.stringify(topics.split('\n')))
    .replace(/^ {8}body:/m, `        photo: { file: photos/hall.jpg${photo} }\n        body:`);
  const proofing = await proofingOf(language);
  return review(`language: ${language}\n${yaml}`, [], proofing).map(({ code }) => code);
}

const examples = Object.entries(CODES).flatMap(([code, { bad, good }]) =>
  bad === undefined && good === undefined ? [] : [{ code, bad, good }],
);

test('rules have examples', () => {
  expect(examples.length).toBeGreaterThan(4);
});

describe.each(examples)('$code', ({ code, bad = '', good = '' }) => {
  test('the wrong example is found', async () => {
    expect(await codesOf(bad)).toContain(code);
  });

  test('the right example has no problem', async () => {
    expect(await codesOf(good)).toEqual([]);
  });
});
