import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createEntryPoints } from '../helpers/entry-points.ts';
import { runProgram } from '../helpers/launch-program.ts';
import { referenceIssue, root } from '../helpers/project-root.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

// Compares the PDFs of real issues, built by every command, with golden hashes: a refactoring must not
// change a byte. After an intended change, review the pages and run UPDATE_PAGES=1 npm test -- pdf-hashes.

const GOLDEN = join(root, 'tests', 'golden', 'pdf-hashes.json');
const hashes: Record<string, string> = JSON.parse(readFileSync(GOLDEN, 'utf8'));
/** Names of the reports by issue. */
const REPORTS: Readonly<Record<string, string>> = {
  '2024-19': 'information-release-2024-19',
  '2025-01': 'information-release-2025-01',
  'newsletter-cadap-7-1': 'newsletter-cadap-7-1',
  'press-release-2025-02-20-bishkek-school-psychologists':
    'press-release-2025-02-20-bishkek-school-psychologists',
};
const ISSUES = Object.keys(REPORTS);
const base = makeRealFolder();
/** Timeout in ms; the first build decodes all photos. */
const TIMEOUT = 240_000;

function readHash(folder: string, issue: string): string {
  const report = readFileSync(join(folder, `${REPORTS[issue]}.json`), 'utf8');
  return JSON.parse(report).sha256;
}

function expectHashes(found: Readonly<Record<string, string>>): void {
  if (process.env.UPDATE_PAGES) {
    Object.assign(hashes, found);
    writeFileSync(GOLDEN, `${JSON.stringify(hashes, null, 2)}\n`);
    return;
  }
  const golden = Object.keys(found).map((issue) => [issue, hashes[issue]]);
  expect(found).toEqual(Object.fromEntries(golden));
}

test.each([['build-issue', '--all'], ['archive']])(
  '%s builds the same PDFs as before',
  async (...words) => {
    const out = join(base, words[0] ?? '');
    const { code } = await runProgram([...words, '--out', out]);
    expect(code).toBe(0);
    expectHashes(Object.fromEntries(ISSUES.map((issue) => [issue, readHash(out, issue)])));
  },
  TIMEOUT,
);

test(
  'the preview renders the same PDFs',
  async () => {
    const preview = await createEntryPoints(root).startPreview();
    try {
      const states = ISSUES.map(async (issue) => {
        const { document } = await preview.readState(issue);
        return [issue, document?.hash ?? ''];
      });
      expectHashes(Object.fromEntries(await Promise.all(states)));
    } finally {
      await preview.stop();
    }
  },
  TIMEOUT,
);

const testReference = referenceIssue ? test : test.skip;

testReference(
  'build-issue builds the same PDF of the reference issue',
  async () => {
    const out = join(base, 'reference');
    const { code } = await runProgram(['build-issue', referenceIssue ?? '', '--out', out]);
    expect(code).toBe(0);
    expectHashes({ reference: readHash(out, '2024-19') });
  },
  TIMEOUT,
);
