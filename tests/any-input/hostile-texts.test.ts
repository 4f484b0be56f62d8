import { expect, test } from '@jest/globals';
import { expectTold } from '../helpers/expect-told.ts';
import { HOSTILE_TEXTS } from '../helpers/hostile-texts.ts';
import { measureWork } from '../helpers/measure-work.ts';
import { createDesk } from '../helpers/render-issue.ts';

const desk = createDesk();
/** Seconds of the processor that a text may cost: what is printed takes a while for its pages. */
const FEW = 5;

test.each(Object.entries(HOSTILE_TEXTS))(
  '%s ends in a PDF or in problems, soon',
  async (_, text) => {
    const check = await measureWork(() => desk.check(text));
    const build = await measureWork(() => desk.render(text));
    expectTold(build.made, text);
    expect(check.made.problems.length).toBeGreaterThanOrEqual(build.made.problems.length);
    expect(check.busy).toBeLessThan(FEW);
    if (build.made.report === undefined) expect(build.busy).toBeLessThan(FEW);
  },
  60_000,
);
