// Mistakes of many kinds, made in real issues by an author who did not know the rules.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { root } from '../helpers/project-root.ts';
import { checkSeeds, type SeededMistake, type SeedResult } from '../helpers/seed-mistakes.ts';

const mistakes = JSON.parse(
  readFileSync(join(root, 'tests', 'seeded-mistakes', 'mistakes.json'), 'utf8'),
) as SeededMistake[];

/** Whether a mistake is certain, and a rule can see it. */
const isMeasured = ({ certain, needsUnderstanding }: SeededMistake) =>
  certain && !needsUnderstanding;

let results: SeedResult[] = [];
beforeAll(async () => {
  // The table shows what to work on: SHOW_SEEDS=dates-numbers, or all for every kind.
  const { SHOW_SEEDS: shown } = process.env;
  results = await checkSeeds(shown ? mistakes : mistakes.filter(isMeasured), { together: !shown });
  if (shown) process.stdout.write(listResults(results, shown));
}, 120_000);

function listResults(all: readonly SeedResult[], kind: string): string {
  return all
    .filter(({ mistake }) => kind === 'all' || kind === mistake.kind)
    .map(({ mistake: { certain, id, kind: own, mark }, found, codes }) =>
      [found, certain ? 'certain' : 'judgement', own, id, mark, codes.join(' ')].join(' | '),
    )
    .map((row) => `${row}\n`)
    .join('');
}

test('finds 95 % of the certain mistakes that a rule can see', () => {
  const certain = results.filter(({ mistake }) => isMeasured(mistake));
  const caught = certain.filter(({ found }) => found === 'caught');
  expect(caught.length / certain.length).toBeGreaterThanOrEqual(0.95);
});
