import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from '../helpers/project-root.ts';
import { readWorkflow, readWorkflowText, workflowNames } from '../helpers/read-workflow.ts';

/** The commits that were read before they were taken; a new version is a line here too. */
const PINS: Readonly<Record<string, string>> = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1',
  'actions/setup-node': '820762786026740c76f36085b0efc47a31fe5020',
  'actions/upload-artifact': 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f',
  'actions/download-artifact': '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c',
  'actions/attest': '1e69f48acb82d1966a394da916b4c1698aa569d6',
  'actions/upload-pages-artifact': 'fc324d3547104276b827a68afc52ff2a11cc49c9',
  'actions/deploy-pages': 'cd2ce8fcbc39b97be8ca5fce6e763baed58fa128',
};

/** The version of Node.js of all workflows: a PDF does not depend on it, as a change proves. */
const NODE = '24.21.0';

/** How a step writes a value of its job's matrix. */
const matrixValue = (key: string) => `\${{ matrix.${key} }}`;

const wrong = readWorkflowText('ci.yml').replace('timeout-minutes:', 'timeout-minuets:');
const texts = [wrong, ...workflowNames.map(readWorkflowText)];
const program = join(root, 'tests', 'helpers', 'lint-workflows.mjs');
const printed = execFileSync(process.execPath, [program], { input: JSON.stringify(texts) });
const [findings, ...verdicts]: { message: string }[][] = JSON.parse(String(printed));

test('there are workflows for changes and for releases', () => {
  expect(workflowNames).toEqual(expect.arrayContaining(['ci.yml', 'release.yml']));
});

test('the linter finds what is wrong', () => {
  expect(findings).toMatchObject([{ message: expect.stringContaining('timeout-minuets') }]);
});

describe.each(workflowNames)('%s', (name) => {
  const workflow = readWorkflow(name);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test('passes the linter', () => {
    expect(verdicts[workflowNames.indexOf(name)]).toEqual([]);
  });

  test('has no permission but what a job names for itself', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) {
      expect(job.permissions).toBeDefined();
      expect(job.permissions).not.toBe('write-all');
    }
  });

  test('stops each job after a time', () => {
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  test('takes actions by the commits that were read', () => {
    for (const { uses } of steps) {
      if (uses === undefined) continue;
      const [action = '', commit] = uses.split('@');
      if (action in PINS) expect(`${action}@${commit}`).toBe(`${action}@${PINS[action]}`);
      else expect(commit).toMatch(/^[0-9a-f]{40}$/);
    }
  });

  test('puts nothing into shell code but through the environment', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  test('leaves the work to npm scripts, which are there, and to .ci/run', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const { run } of steps) {
      if (run === undefined || run === '.ci/run') continue;
      expect(run).toMatch(/^npm (ci|test|run)\b[^\n]*$/);
      const script = /^npm run (?:-s )?(\S+)/.exec(run)?.[1];
      if (script) expect(Object.keys(scripts)).toContain(script);
    }
  });

  test('keeps no credentials in a checkout', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with?.['persist-credentials']).toBe(false);
    }
  });

  test('runs on the exact version of Node that is recommended, or on those of a matrix', () => {
    const versions = steps.flatMap((step) => step.with?.['node-version'] ?? []);
    const others = versions.filter((version) => version !== NODE);
    expect(versions).toContain(NODE);
    expect(others.filter((version) => version !== matrixValue('node'))).toEqual([]);
  });

  test('is not started with rights by a stranger’s change', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.keys(workflow.on)).not.toContain('release');
  });
});

describe('a change', () => {
  const { jobs } = readWorkflow('ci.yml');

  test('can only read', () => {
    for (const job of Object.values(jobs)) expect(job.permissions).toEqual({ contents: 'read' });
  });

  test('is built on every system, from the oldest Node.js that is allowed to the one recommended', () => {
    const { system, node } = jobs.systems?.strategy?.matrix ?? {};
    expect(system).toEqual(['ubuntu-24.04', 'windows-2025', 'macos-15']);
    const versions = node as string[];
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(engines.node).toBe(`>=${versions[0]?.replace(/\.0$/, '')}`);
    expect(versions.at(-1)).toBe(NODE);
    expect(readFileSync(join(root, '.nvmrc'), 'utf8')).toBe(`${NODE.split('.')[0]}\n`);
  });

  test('is compared in its bytes over all of these machines', () => {
    const built = jobs.systems?.steps.map(({ run }) => run).filter(Boolean);
    expect(built).toEqual([
      'npm ci',
      'npm run check',
      'npm run build-issue -- --all --out output/machine',
    ]);
    const upload = jobs.systems?.steps.at(-1)?.with;
    expect(upload).toMatchObject({
      name: `machine-${matrixValue('system')}-${matrixValue('node')}`,
      path: 'output/machine/',
      'if-no-files-found': 'error',
    });
    const [download, compare] = jobs['same-bytes']?.steps.slice(-2) ?? [];
    expect(download?.with).toEqual({ pattern: 'machine-*', path: 'output/machines' });
    expect(compare?.run).toBe('npm run compare-builds -- output/machines');
    expect(jobs['same-bytes']?.needs).toBe('systems');
  });
});

describe('a release', () => {
  const { jobs, concurrency, on } = readWorkflow('release.yml');

  test('is started by a tag or by hand', () => {
    expect(on).toMatchObject({ push: { tags: ['issue-*'] }, workflow_dispatch: {} });
    expect(Object.keys(on)).toHaveLength(2);
  });

  test('may write only where it publishes', () => {
    const writing = Object.entries(jobs).filter(([, { permissions }]) =>
      Object.values(permissions ?? {}).includes('write'),
    );
    expect(writing.map(([name]) => name)).toEqual(['publish']);
    expect(jobs.publish?.permissions).toEqual({
      contents: 'write',
      'id-token': 'write',
      attestations: 'write',
    });
  });

  test('is made one at a time for a tag, and does not stop the others', () => {
    expect(concurrency?.group).toContain('github.ref');
    expect(jobs.publish?.concurrency?.group).toContain('matrix.issue');
    for (const name of ['build', 'publish'])
      expect(jobs[name]?.strategy?.['fail-fast']).toBe(false);
  });

  test('is built without a cache', () => {
    const text = readWorkflowText('release.yml');
    expect(text).not.toMatch(/^\s*cache:/m);
    for (const { steps } of Object.values(jobs)) {
      const [node] = steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@'));
      expect(node?.with?.['package-manager-cache']).toBe(false);
    }
  });

  test('waits for lint, types, tests and both builds', () => {
    expect(jobs.publish?.needs).toEqual(['plan', 'check', 'build']);
    expect(jobs.check?.steps.map(({ run }) => run).filter(Boolean)).toEqual(['.ci/run']);
  });

  test('ends with its publication: nothing is done to it afterwards', () => {
    expect(jobs.publish?.steps.at(-1)?.run).toBe('npm run release-publish -- "$ISSUE"');
  });
});

describe('the site', () => {
  const { jobs } = readWorkflow('pages.yml');
  const [writing] = jobs.build?.steps.filter(({ run }) => run?.includes('npm run site')) ?? [];

  test('has the address of the variable, or that of GitHub Pages', () => {
    expect(writing?.run).toBe('npm run site -- --base-url "$SITE_ADDRESS"');
    const [, expression] = /^\$\{\{ (.+) \}\}$/.exec(writing?.env?.SITE_ADDRESS ?? '') ?? [];
    expect(expression).toBe("vars.SITE_ADDRESS || 'github-pages'");
  });

  test('is published from the folder that it is written into, with its hidden file', () => {
    const [upload] = jobs.build?.steps.slice(-1) ?? [];
    expect(upload?.with).toEqual({ path: 'output/site', 'include-hidden-files': true });
  });

  test('may be published only where nothing is built', () => {
    expect(jobs.build?.permissions).toEqual({ contents: 'read' });
    expect(jobs.publish?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    expect(jobs.publish?.needs).toBe('build');
  });
});
