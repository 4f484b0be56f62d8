import { expect, test } from '@jest/globals';
import { UsageError } from '../../src/commands/find-issues.ts';
import { readSiteAddress } from '../../src/commands/write-site.ts';

const read = (typed: string | undefined, repository?: string) =>
  readSiteAddress(typed, { environment: { GITHUB_REPOSITORY: repository } });

test.each([
  ['a sub-folder', 'https://a.kz/bulletin', 'https://a.kz/bulletin/'],
  ['a host of its own', 'https://bulletin.a.kz', 'https://bulletin.a.kz/'],
  ['with its slash', 'http://a.kz/b/', 'http://a.kz/b/'],
  ['none', undefined, ''],
  ['an empty variable', '', ''],
])('accepts %s', (_, typed, expected) => {
  expect(read(typed, 'centre/bulletins')).toBe(expected);
});

test.each([
  ['centre/bulletins', 'https://centre.github.io/bulletins/'],
  ['Centre/Bulletins', 'https://centre.github.io/Bulletins/'],
  ['Centre/centre.github.io', 'https://centre.github.io/'],
])('the GitHub Pages address of %s is %s', (repository, expected) => {
  expect(read('github-pages', repository)).toBe(expected);
});

test.each([undefined, '', 'bulletins'])(
  'rejects github-pages for the repository %p',
  (repository) => {
    expect(() => read('github-pages', repository)).toThrow(UsageError);
    expect(() => read('github-pages', repository)).toThrow(/GITHUB_REPOSITORY/);
  },
);
