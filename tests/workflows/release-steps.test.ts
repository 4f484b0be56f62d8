import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Job, readWorkflow } from '../helpers/read-workflow.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { createRunner, type JobResult } from '../helpers/run-job.ts';

// Every step starts npm.
jest.setTimeout(240_000);

// Runs the steps of release.yml in order, with a stand-in for the GitHub CLI `gh`.

const ISSUE = '2025-01';
const TAG = `issue-${ISSUE}`;
const VALUES = {
  'matrix.issue': ISSUE,
  'github.token': 'token',
  'github.repository': 'centre/bulletins',
};
const PUBLISHED = { tagName: TAG, isDraft: false };
const DRAFT = { tagName: TAG, isDraft: true };

const folder = makeRealFolder();
const runner = createRunner(folder, ISSUE);
const { jobs } = readWorkflow('release.yml');
const jobOf = (name: string): Job => jobs[name] ?? { steps: [] };

/** Sets GitHub's state before a job, and options of the stand-in. */
function prepare(state: Record<string, unknown> = {}): void {
  writeFileSync(runner.state, JSON.stringify({ releases: [], tags: {}, calls: [], ...state }));
}

function readState() {
  return JSON.parse(readFileSync(runner.state, 'utf8'));
}

function plan(request: string): JobResult {
  const expression = /REQUEST: \$\{\{ (.+) \}\}/.exec(
    `REQUEST: ${jobOf('plan').steps.find(({ id }) => id === 'plan')?.env?.REQUEST}`,
  )?.[1];
  return runner.run(jobOf('plan'), { ...VALUES, [expression ?? '']: request });
}

function publish(): JobResult {
  const attestation = join(folder, 'attestation.json');
  const values = { ...VALUES, 'steps.attest.outputs.bundle-path': attestation };
  return runner.run(jobOf('publish'), values);
}

describe('the plan', () => {
  test('contains the issue of the tag', () => {
    prepare();
    expect(plan(TAG)).toMatchObject({ failed: undefined, output: `issues=["${ISSUE}"]\n` });
  });

  test('contains all issues without a release; a draft does not count', () => {
    prepare({ releases: [DRAFT] });
    expect(plan('missing').output).toBe(`issues=["${ISSUE}"]\n`);
    prepare({ releases: [PUBLISHED] });
    expect(plan('missing')).toMatchObject({ failed: undefined, output: 'issues=[]\n' });
  });

  test.each([
    [TAG, /::error::issue-2025-01 is already published, .* delete the release and its tag/],
    ['2031-07', /There is no issue 2031-07/],
    ['$(touch pwned)', /Give an issue’s name/],
  ])('is refused for %s, with a reason', (request, message) => {
    prepare({ releases: [PUBLISHED] });
    const { failed, printed, output } = plan(request);
    expect(failed).toContain('release-plan');
    expect(printed).toMatch(message);
    expect(output).toBe('');
  });
});

describe('building and publishing', () => {
  let built: JobResult;
  beforeAll(() => {
    prepare();
    built = runner.run(jobOf('build'), VALUES, 'builder');
  });

  test('two checkouts build the same bytes', () => {
    expect(built.printed).toContain('are byte-identical');
    expect(built.failed).toBeUndefined();
    expect(readState().calls).toEqual([]);
  });

  test('the draft has all files before it is published', () => {
    prepare();
    const { failed, printed } = publish();
    expect({ failed, printed }).toMatchObject({ failed: undefined });
    const { calls, releases } = readState();
    expect(calls).toEqual([
      'release list --limit',
      `api repos/{owner}/{repo}/git/matching-refs/tags/${TAG}`,
      `release create ${TAG}`,
      'release list --limit',
      `release view ${TAG}`,
      `release edit ${TAG}`,
    ]);
    expect(releases).toHaveLength(1);
    expect(releases[0]).toMatchObject({ tagName: TAG, isDraft: false, latest: true });
    expect(releases[0].title).toBe('CARICC Information Release #1, 2025');
    expect(releases[0].target).toMatch(/^[0-9a-f]{40}$/);
    expect(releases[0].assets.map(({ name }: { name: string }) => name)).toEqual([
      'SHA256SUMS',
      'attestation.sigstore.json',
      'information-release-2025-01.json',
      'information-release-2025-01.pdf',
      'information-release-2025-01.ru.json',
      'information-release-2025-01.ru.pdf',
      'sbom.cdx.json',
    ]);
    expect(releases[0].notes).toContain('from 1 to 15 January 2025');
    expect(releases[0].notes).toContain('### Kazakhstan (5)');
    expect(releases[0].notes).toContain('--repo centre/bulletins');
  });

  test('a draft left by an interrupted run is replaced', () => {
    prepare({ releases: [DRAFT, DRAFT] });
    expect(publish().failed).toBeUndefined();
    expect(readState().releases).toMatchObject([{ tagName: TAG, isDraft: false }]);
  });

  test.each([
    [
      'a draft that cannot be created',
      { failAt: 'release create' },
      'release-draft',
      /Bad Gateway/,
    ],
    ['a draft that cannot be read', { failAt: 'release view' }, 'release-publish', /Bad Gateway/],
    [
      'a truncated upload',
      { shorten: true },
      'release-publish',
      /differ from those that were built/,
    ],
    [
      'a tag on another commit',
      { tags: { [TAG]: 'f'.repeat(40) } },
      'release-draft',
      /Run the workflow from/,
    ],
  ])(
    'nothing is published after %s',
    (_, state, step, message) => {
      prepare(state);
      const { failed, printed } = publish();
      expect(failed).toContain(step);
      expect(printed).toMatch(message);
      const { calls, releases } = readState();
      expect(calls.join()).not.toContain('release edit');
      expect(releases.filter(({ isDraft }: { isDraft: boolean }) => !isDraft)).toEqual([]);
    },
    60_000,
  );

  test('a published release is left unchanged', () => {
    prepare({ releases: [PUBLISHED] });
    const { failed, printed } = publish();
    expect(failed).toContain('release-draft');
    expect(printed).toContain('is already published');
    expect(readState()).toMatchObject({ calls: ['release list --limit'], releases: [PUBLISHED] });
  });

  test('builds that differ in a byte are not released', () => {
    const second = join(folder, 'builder', 'second', 'output', 'release', ISSUE, 'notes.md');
    const steps = jobOf('build').steps.slice(-2);
    expect(steps[0]?.run).toContain('compare-assets');
    writeFileSync(second, `${readFileSync(second, 'utf8')}.`);
    rmSync(join(folder, 'artifacts'), { recursive: true });
    const { failed, printed } = runner.run({ steps, env: { ISSUE } }, VALUES, 'builder');
    expect(failed).toContain('compare-assets');
    expect(printed).toMatch(/::error::Two builds .* differ in notes\.md\. Nothing is released/);
    expect(publish()).toMatchObject({ printed: 'Artifact not found' });
  });
});
