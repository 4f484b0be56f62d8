import { describe, expect, test } from '@jest/globals';
import type { CodeNotes } from '../../src/diagnostics/problem-code.ts';
import { CODES } from '../../src/publications/index.ts';
import { runs } from '../helpers/arbitrary-issue.ts';
import { expectValidOutcome, expectValidRanges } from '../helpers/expect-valid-problems.ts';
import { COSTLY_TEXTS, issueRepeating } from '../helpers/hostile-texts.ts';
import { measureWork } from '../helpers/measure-work.ts';
import { createTextPipeline } from '../helpers/render-issue.ts';

const sessions = createTextPipeline();
/** Maximum CPU time for checking a text, in seconds. */
const MAX_BUSY = 5;
const TEXTS = Object.entries(COSTLY_TEXTS);

test.each(TEXTS)(
  '%s is checked quickly',
  async (_, text) => {
    const { made, busy } = await measureWork(() => sessions.check(text));
    expectValidRanges(made.problems, text);
    expect(busy).toBeLessThan(MAX_BUSY);
  },
  60_000,
);

// All rules take some minutes, so they are only tried with FUZZ_RUNS=2 or more.
const describeSlow = (runs(1).numRuns ?? 1) > 1 ? describe : describe.skip;
describeSlow('the examples of a rule, again and again, are checked quickly', () => {
  const examples = Object.entries(CODES as CodeNotes).flatMap(([code, { bad = '', good = '' }]) =>
    [bad, good]
      .flatMap((example) => (typeof example === 'string' ? example : Object.values(example)))
      .filter((text) => text !== '')
      .map((text) => [code, text] as const),
  );
  test.each(examples)(
    '%s: %s',
    async (_, text) => {
      const repeated = issueRepeating(`${text} `);
      for (const yaml of [repeated, repeated.replace('{', '{"language":"ru",')]) {
        const { busy } = await measureWork(() => sessions.check(yaml));
        expect(busy).toBeLessThan(MAX_BUSY);
      }
    },
    120_000,
  );
});

// Some of them have hundreds of pages, so they are built with FUZZ_RUNS, too.
describeSlow('each gives a PDF or errors', () => {
  test.each(TEXTS)(
    '%s',
    async (_, text) => {
      const { made, busy } = await measureWork(() => sessions.render(text));
      expectValidOutcome(made, text);
      if (made.issue === undefined) expect(busy).toBeLessThan(MAX_BUSY);
    },
    120_000,
  );
});
