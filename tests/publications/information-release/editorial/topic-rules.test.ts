import { describe, expect, test } from '@jest/globals';
import { marksOf } from '../../../helpers/review-text.ts';

const BODY = 'The police seized heroin at the state border, and spoke with pupils about the law.';

test.each([
  ['information on the law', 'topic-start: information on'],
  ['Information about the law', 'topic-start: Information about'],
  ['Pupils and the law', 'topic-capital: Pupils'],
  ['The law for pupils', 'topic-capital: The'],
  ['the law for pupils.', 'topic-end: .'],
  ['the law for pupils;', 'topic-end: ;'],
  ['the law for pupils,', 'topic-end: ,'],
  ['the law\nthe law', 'topic-twice: the law'],
  ['the destruction of drugs in Termez', 'topic-unanswered: the destruction of drugs in Termez'],
])('%j', (topics, mark) => {
  expect(marksOf({ topics, body: BODY })).toEqual([mark]);
});

describe('not in', () => {
  test.each([
    'the seizure of heroin at the border',
    'Osh police and the law',
    'UNODC and the law',
    'the law of the U.S.',
    'drugs, weapons etc.',
    'about the law',
    'on the law',
    'one-time talks',
  ])('%s', (topics) => {
    expect(marksOf({ topics, body: BODY })).toEqual([]);
  });
});

test.each([
  ['О законе для школьников', 'topic-capital: О'],
  ['о законе.', 'topic-end: .'],
  ['об уничтожении героина в Термезе', 'topic-unanswered: об уничтожении героина в Термезе'],
])('%j', (topics, mark) => {
  const body = 'Полицейские рассказали школьникам о законе и ответили на вопросы.';
  expect(marksOf({ topics, body })).toEqual([mark]);
});
