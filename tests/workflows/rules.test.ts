import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from '../helpers/project-root.ts';
import { readWorkflow, readWorkflowText, workflowNames } from '../helpers/read-workflow.ts';

/** Reviewed commits of the actions. Review a new version before you add it. */
const PINS: Readonly<Record<string, string>> = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1',
  'actions/setup-node': '820762786026740c76f36085b0efc47a31fe5020',
  'actions/upload-artifact': 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f',
  'actions/download-artifact': '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c',
  'actions/attest': '1e69f48acb82d1966a394da916b4c1698aa569d6',
  'actions/upload-pages-artifact': 'fc324d3547104276b827a68afc52ff2a11cc49c9',
  'actions/deploy-pages': 'cd2ce8fcbc39b97be8ca5fce6e763baed58fa128',
};

/** Version of Node.js in all workflows; the job `same-bytes` proves that PDFs do not depend on it. */
const NODE = '24.21.0';

/** Returns the expression for a value of the job's matrix. */
const matrixValue = (key: string) => `\${{ matrix.${key} }}`;

const wrong = readWorkflowText('ci.yml').replace('timeout-minutes:', 'timeout-minuets:');
const texts = [wrong, ...workflowNames.map(readWorkflowText)];
const program = join(root, 'tests', 'helpers', 'lint-workflows.mjs');
const printed = execFileSync(process.execPath, [program], { input: JSON.stringify(texts) });
const [findings, ...verdicts]: { message: string }[][] = JSON.parse(String(printed));

test('workflows for changes and releases exist', () => {
  expect(workflowNames).toEqual(expect.arrayContaining(['ci.yml', 'release.yml']));
});

test('the linter reports a misspelt key', () => {
  expect(findings).toMatchObject([{ message: expect.stringContaining('timeout-minuets') }]);
});

describe.each(workflowNames)('%s', (name) => {
  const workflow = readWorkflow(name);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test('passes the linter', () => {
    expect(verdicts[workflowNames.indexOf(name)]).toEqual([]);
  });

  test('gives permissions per job only', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) {
      expect(job.permissions).toBeDefined();
      expect(job.permissions).not.toBe('write-all');
    }
  });

  test('has a timeout for each job', () => {
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  test('pins actions to reviewed commits', () => {
    for (const { uses } of steps) {
      if (uses === undefined) continue;
      const [action = '', commit] = uses.split('@');
      if (action in PINS) expect(`${action}@${commit}`).toBe(`${action}@${PINS[action]}`);
      else expect(commit).toMatch(/^[0-9a-f]{40}$/);
    }
  });

  test('passes values to shell code only through the environment', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  test('runs only existing npm scripts and .ci/run', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const { run } of steps) {
      if (run === undefined || run === '.ci/run') continue;
      expect(run).toMatch(/^npm (ci|test|run)\b[^\n]*$/);
      const script = /^npm run (?:-s )?(\S+)/.exec(run)?.[1];
      if (script) expect(Object.keys(scripts)).toContain(script);
    }
  });

  test('persists no credentials in a checkout', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with?.['persist-credentials']).toBe(false);
    }
  });

  test('uses the exact recommended version of Node.js, or the versions of a matrix', () => {
    const versions = steps.flatMap((step) => step.with?.['node-version'] ?? []);
    const others = versions.filter((version) => version !== NODE);
    expect(versions).toContain(NODE);
    expect(others.filter((version) => version !== matrixValue('node'))).toEqual([]);
  });

  test('does not run with write access for changes from forks', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.keys(workflow.on)).not.toContain('release');
  });
});

describe('the CI workflow', () => {
  const { jobs } = readWorkflow('ci.yml');

  test('has read access only', () => {
    for (const job of Object.values(jobs)) expect(job.permissions).toEqual({ contents: 'read' });
  });

  test('builds on every system, with the oldest supported to the recommended version of Node.js', () => {
    const { system, node } = jobs.systems?.strategy?.matrix ?? {};
    expect(system).toEqual(['ubuntu-24.04', 'windows-2025', 'macos-15']);
    const versions = node as string[];
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(engines.node).toBe(`>=${versions[0]?.replace(/\.0$/, '')}`);
    expect(versions.at(-1)).toBe(NODE);
    expect(readFileSync(join(root, '.nvmrc'), 'utf8')).toBe(`${NODE.split('.')[0]}\n`);
  });

  test('compares the bytes of all these builds', () => {
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

describe('the release workflow', () => {
  const { jobs, concurrency, on } = readWorkflow('release.yml');

  test('is started by a tag or by hand', () => {
    expect(on).toMatchObject({ push: { tags: ['issue-*'] }, workflow_dispatch: {} });
    expect(Object.keys(on)).toHaveLength(2);
  });

  test('has write access only in the publishing job', () => {
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

  test('runs one job at a time for each tag, and a failure does not cancel other issues', () => {
    expect(concurrency?.group).toContain('github.ref');
    expect(jobs.publish?.concurrency?.group).toContain('matrix.issue');
    for (const name of ['build', 'publish'])
      expect(jobs[name]?.strategy?.['fail-fast']).toBe(false);
  });

  test('builds without a cache', () => {
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

  test('changes nothing after the publication', () => {
    expect(jobs.publish?.steps.at(-1)?.run).toBe('npm run release-publish -- "$ISSUE"');
  });
});

describe('the site’s workflow', () => {
  const { jobs } = readWorkflow('pages.yml');
  const [writing] = jobs.build?.steps.filter(({ run }) => run?.includes('npm run site')) ?? [];

  test('uses the address in the variable, or that of GitHub Pages', () => {
    expect(writing?.run).toBe('npm run site -- --base-url "$SITE_ADDRESS"');
    const [, expression] = /^\$\{\{ (.+) \}\}$/.exec(writing?.env?.SITE_ADDRESS ?? '') ?? [];
    expect(expression).toBe("vars.SITE_ADDRESS || 'github-pages'");
  });

  test('uploads the output folder with its hidden file', () => {
    const [upload] = jobs.build?.steps.slice(-1) ?? [];
    expect(upload?.with).toEqual({ path: 'output/site', 'include-hidden-files': true });
  });

  test('separates write access from the build', () => {
    expect(jobs.build?.permissions).toEqual({ contents: 'read' });
    expect(jobs.publish?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    expect(jobs.publish?.needs).toBe('build');
  });
});
