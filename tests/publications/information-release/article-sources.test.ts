import { describe, expect, test } from '@jest/globals';
import { sourcesOf } from '../../../src/publications/information-release/article-sources.ts';
import { listArticles } from '../../../src/publications/information-release/schema.ts';
import { problemsOf, readIssue, summariesOf } from '../../helpers/read-issue.ts';
import { sampleIssue } from '../../helpers/sample-issue.ts';

const PATH = ['sections', 0, 'articles', 0, 'source'];

/** An issue of one article whose source is on line 9, from column 17 on. */
const issueWith = (source: string) => sampleIssue({ KZ: [{ source }] });

function sourcesIn(source: string) {
  return listArticles(readIssue(issueWith(source))).flatMap(({ article, path }) =>
    sourcesOf(article, path),
  );
}

test('an article has one source, several, or none', () => {
  const plain = { address: 'https://gazeta.news/1', name: undefined };
  expect(sourcesIn('https://gazeta.news/1')).toEqual([{ ...plain, path: PATH, entryPath: PATH }]);
  expect(sourcesIn('{ name: Gazeta, address: https://gazeta.news/1 }')).toEqual([
    { ...plain, name: 'Gazeta', path: [...PATH, 'address'], entryPath: PATH },
  ]);
  expect(
    sourcesIn('[https://gazeta.news/1, { name: Gazeta, address: https://gazeta.news/2 }]'),
  ).toEqual([
    { ...plain, path: [...PATH, 0], entryPath: [...PATH, 0] },
    {
      address: 'https://gazeta.news/2',
      name: 'Gazeta',
      path: [...PATH, 1, 'address'],
      entryPath: [...PATH, 1],
    },
  ]);
  expect(sourcesIn('none')).toEqual([]);
});

const many = (count: number) =>
  `[${Array.from({ length: count }, (_, index) => `https://gazeta.news/${index}`).join(', ')}]`;

describe('a source that the format does not allow', () => {
  test.each([
    [
      'none in a list',
      '[https://gazeta.news/1, none]',
      'value-invalid 9:41 source 2 is `none`, which cannot stand in a list',
    ],
    [
      'a space in a list',
      '[https://gazeta.news/1 x]',
      'value-invalid 9:18 source 1 has a space, which a web address cannot have',
    ],
    ['a name alone', '{ name: Gazeta }', 'key-missing 9:17 `source` has no `address`'],
    [
      'an address alone',
      '{ address: https://gazeta.news/1 }',
      'key-missing 9:17 `source` has no `name`',
    ],
    ['a number', '5', 'value-type 9:17 `source` cannot be the number 5'],
    ['an empty list', '[]', 'value-empty 9:9 `source` is empty: it needs at least 1'],
    ['nothing', '', 'value-empty 9:9 `source` has no value'],
    ['too many', many(11), 'value-invalid 9:17 `source` has 11 entries; 10 is the limit'],
    [
      'another word',
      'radio',
      'value-invalid 9:17 `source` is not a web address that starts with https:// or http://',
    ],
  ])('%s', (_, source, summary) => {
    expect(summariesOf(problemsOf(issueWith(source)))).toEqual([summary]);
  });

  test('a missing key', () => {
    const yaml = issueWith('none').replace('        source: none\n', '');
    expect(summariesOf(problemsOf(yaml))).toEqual(['key-missing 8:9 article 1 has no `source`']);
  });

  test.each([
    ['None', true],
    ['no', false],
    ['нет', false],
  ])('%s is replaced by none', (source, isSure) => {
    const edits = problemsOf(issueWith(source)).flatMap((problem) => problem.edits ?? []);
    expect(edits).toMatchObject([{ isSure, changes: [{ newText: 'none' }] }]);
  });
});

test('ten sources are allowed', () => {
  expect(problemsOf(issueWith(many(10)))).toEqual([]);
});

test('a source is reported twice at its own address', () => {
  const source = '[https://gazeta.news/1, { name: Gazeta, address: https://gazeta.news/1/ }]';
  expect(summariesOf(problemsOf(issueWith(source)))).toEqual([
    'source-twice 9:66 this source is already used on line 9',
  ]);
});
