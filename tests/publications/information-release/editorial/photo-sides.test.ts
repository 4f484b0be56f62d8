import { expect, test } from '@jest/globals';
import { issueOf, marked, review } from '../../../helpers/review-issue.ts';

/** Returns what is marked in an issue whose article has these photos, in YAML's flow style. */
function markedIn(photos: string): string[] {
  const yaml = issueOf({}).replace(/^ {8}body:/m, `        photo: ${photos}\n        body:`);
  const found = review(yaml).filter(({ code }) => code === 'photo-side-needless');
  return marked(yaml, found);
}

test.each(['left', 'right'])('a further photo on the %s is reported', (side) => {
  expect(markedIn(`[{ file: a.jpg, side: left }, { file: b.jpg, side: ${side} }]`)).toEqual([
    `photo-side-needless: ${side}`,
  ]);
});

test.each([
  '{ file: a.jpg, side: right }',
  '[{ file: a.jpg, side: right }, b.jpg, { file: c.jpg, side: full }, { file: d.jpg }]',
])('%s is right', (photos) => {
  expect(markedIn(photos)).toEqual([]);
});
