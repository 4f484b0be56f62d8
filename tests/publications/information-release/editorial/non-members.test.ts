import { expect, test } from '@jest/globals';
import { issueOf, marked, review } from '../../../helpers/review-issue.ts';

test.each(['KY', 'NO', 'KR'])('%s is reported at its code', (code) => {
  const yaml = issueOf({}).replace('country: KZ', `country: ${code}`);
  expect(marked(yaml, review(yaml))).toEqual([`country-no-member: ${code}`]);
});

test('member states are not reported', () => {
  for (const code of ['AZ', 'KZ', 'KG', 'RU', 'TJ', 'TM', 'UZ']) {
    expect(review(issueOf({}).replace('country: KZ', `country: ${code}`))).toEqual([]);
  }
});
