import { expect, test } from '@jest/globals';
import { listSiteCountries } from '../../../../src/publications/information-release/site/site-countries.ts';
import { sampleSiteIssue } from '../../../helpers/sample-site.ts';

test('countries of all issues are in printed order', () => {
  const newer = sampleSiteIssue({ KZ: [{}, {}], TJ: [{}], TR: [{}] }, { number: 2 });
  const older = sampleSiteIssue({ KG: [{}], KZ: [{}], RU: [{}], TJ: [{}], CN: [{}] });
  const countries = listSiteCountries([newer, older]);
  expect(countries.map(({ country }) => country)).toEqual(['KG', 'KZ', 'RU', 'TJ', 'TR', 'CN']);
});

test('a country has its events of all issues, newest first', () => {
  const newer = sampleSiteIssue({ KZ: [{}, {}] }, { number: 20 });
  const older = sampleSiteIssue({ KZ: [{}] });
  const [kazakhstan] = listSiteCountries([newer, older]);
  expect(kazakhstan?.events).toBe(3);
  expect(kazakhstan?.entries.map(({ issue }) => issue.composed.number)).toEqual([20, 19]);
});
