import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createEntryPoints } from '../helpers/entry-points.ts';
import { runProgram } from '../helpers/launch-program.ts';
import { referenceIssue, root } from '../helpers/project-root.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

// The PDFs of real issues, byte for byte, by every command that lays them out: a change of the program
// that is not meant to change a page changes none of them. After one that is meant to, and a look at
// the pages: UPDATE_PAGES=1 npm test -- pdf-hashes.

const GOLDEN = join(root, 'tests', 'golden', 'pdf-hashes.json');
const hashes: Record<string, string> = JSON.parse(readFileSync(GOLDEN, 'utf8'));
const ISSUES = ['2024-19', '2025-01'];
const base = makeRealFolder();
/** A first build of everything decodes all photos, ms. */
const PATIENCE = 240_000;

function readHash(folder: string, issue: string): string {
  const report = readFileSync(join(folder, `information-release-${issue}.json`), 'utf8');
  return JSON.parse(report).sha256;
}

function expectHashes(found: Readonly<Record<string, string>>): void {
  if (process.env.UPDATE_PAGES) {
    writeFileSync(GOLDEN, `${JSON.stringify({ ...hashes, ...found }, null, 2)}\n`);
    return;
  }
  const golden = Object.keys(found).map((issue) => [issue, hashes[issue]]);
  expect(found).toEqual(Object.fromEntries(golden));
}

test.each([['build-issue', '--all'], ['archive']])(
  '%s makes the PDFs that it made',
  async (...words) => {
    const out = join(base, words[0] ?? '');
    const { code } = await runProgram([...words, '--out', out]);
    expect(code).toBe(0);
    expectHashes(Object.fromEntries(ISSUES.map((issue) => [issue, readHash(out, issue)])));
  },
  PATIENCE,
);

test(
  'the preview makes the same',
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
  PATIENCE,
);

const testReference = referenceIssue ? test : test.skip;

testReference(
  'build-issue makes the same of the reference issue',
  async () => {
    const out = join(base, 'reference');
    const { code } = await runProgram(['build-issue', referenceIssue ?? '', '--out', out]);
    expect(code).toBe(0);
    expectHashes({ reference: readHash(out, '2024-19') });
  },
  PATIENCE,
);
