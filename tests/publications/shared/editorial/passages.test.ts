import { expect, test } from '@jest/globals';
import {
  createPassage,
  groupByArticle,
  listKinds,
} from '../../../../src/publications/shared/editorial/passages.ts';

test('passages are grouped by their article', () => {
  const article = (index: number) => ['articles', index];
  const groups = groupByArticle([
    createPassage('topic', 'a talk', ['topics', 0]),
    ...listKinds({ title: 'A talk', lead: undefined, body: 'They talked.' }, article(0)),
    ...listKinds({ title: 'A walk' }, article(1)),
    ...listKinds({ caption: 'The hall' }, [...article(0), 'photo'], article(0)),
  ]);
  const paths = groups.map(({ path, passages }) => [path, passages.map((one) => one.path)]);
  expect(paths).toEqual([
    [
      article(0),
      [
        ['articles', 0, 'title'],
        ['articles', 0, 'body'],
        ['articles', 0, 'photo', 'caption'],
      ],
    ],
    [article(1), [['articles', 1, 'title']]],
  ]);
});

test('a passage has its text with addresses and without', () => {
  expect(createPassage('body', 'See https://a.kz/b now', ['body'])).toMatchObject({
    text: `See ${' '.repeat(14)} now`,
    written: 'See https://a.kz/b now',
  });
});
