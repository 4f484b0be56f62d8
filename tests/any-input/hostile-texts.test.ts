import { describe, expect, test } from '@jest/globals';
import { runs } from '../helpers/arbitrary-issue.ts';
import { expectPlaces, expectTold } from '../helpers/expect-told.ts';
import { HOSTILE_TEXTS } from '../helpers/hostile-texts.ts';
import { measureWork } from '../helpers/measure-work.ts';
import { createDesk } from '../helpers/render-issue.ts';

const sessions = createDesk();
/** Seconds of the processor that a text may cost until its problems are told. */
const FEW = 5;
const TEXTS = Object.entries(HOSTILE_TEXTS);

test.each(TEXTS)(
  '%s is checked soon',
  async (_, text) => {
    const { made, busy } = await measureWork(() => sessions.check(text));
    expectPlaces(made.problems, text);
    expect(busy).toBeLessThan(FEW);
  },
  60_000,
);

// Some of them are hundreds of pages: they are set where there is time for it (FUZZ_RUNS=2).
const describeAtLeisure = (runs(1).numRuns ?? 1) > 1 ? describe : describe.skip;
describeAtLeisure('each ends in a PDF or in errors', () => {
  test.each(TEXTS)(
    '%s',
    async (_, text) => {
      const { made, busy } = await measureWork(() => sessions.render(text));
      expectTold(made, text);
      if (made.issue === undefined) expect(busy).toBeLessThan(FEW);
    },
    120_000,
  );
});
