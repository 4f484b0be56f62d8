import { expect, test } from '@jest/globals';
import { listSiteCountries } from '../../../../src/publications/information-release/site/site-countries.ts';
import { sampleSiteIssue } from '../../../helpers/sample-site.ts';

test('countries of all issues are in printed order', () => {
  const newer = sampleSiteIssue({ KZ: [{}, {}], TJ: [{}], TR: [{}] }, { number: 2 });
  const older = sampleSiteIssue({ KG: [{}], KZ: [{}], RU: [{}], TJ: [{}], CN: [{}] });
  const countries = listSiteCountries([newer, older], 'en');
  expect(countries.map(({ country }) => country)).toEqual(['KG', 'KZ', 'RU', 'TJ', 'TR', 'CN']);
});

test('a country has its events of all issues, newest first', () => {
  const newer = sampleSiteIssue({ KZ: [{}, {}] }, { number: 20 });
  const older = sampleSiteIssue({ KZ: [{}] });
  const [kazakhstan] = listSiteCountries([newer, older], 'en');
  expect(kazakhstan?.events).toBe(3);
  expect(kazakhstan?.entries.map(({ issue }) => issue.composed.number)).toEqual([20, 19]);
});

test('a country is named in the language of the pages if an issue in it has the country', () => {
  const english = sampleSiteIssue({ KZ: [{}], UZ: [{}] }, { number: 20 });
  const russian = sampleSiteIssue({ KZ: [{}] }, { language: 'ru' });
  const { sections } = russian.composed;
  const named = sections.map((section) => ({ ...section, shortName: 'Казахстан' }));
  const issues = [english, { ...russian, composed: { ...russian.composed, sections: named } }];
  const names = (language: string) =>
    listSiteCountries(issues, language).map((country) => [country.name, country.language]);
  expect(names('ru')).toEqual([
    ['Казахстан', 'ru'],
    ['Land UZ', 'en'],
  ]);
  expect(names('en')).toEqual([
    ['Land KZ', 'en'],
    ['Land UZ', 'en'],
  ]);
});
