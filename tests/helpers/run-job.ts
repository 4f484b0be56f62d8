import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './project-root.ts';
import type { Job, Step } from './read-workflow.ts';

/** A machine on which jobs are run as GitHub would, with a stand-in for `gh`. */
export interface Runner {
  /** What GitHub keeps; written before a job and read after it. */
  readonly state: string;
  /** Runs a job's steps in their order until one fails; values are those of its expressions. */
  run(job: Job, values: Readonly<Record<string, string>>, workspace?: string): JobResult;
}

/** What came of a job. */
export interface JobResult {
  /** The step that failed; undefined when none did. */
  readonly failed: string | undefined;
  /** All that its steps printed. */
  readonly printed: string;
  /** What its steps wrote for other jobs. */
  readonly output: string;
}

/** Makes a runner in a folder; checkouts have one issue, and packages linked to the project's. */
export function createRunner(folder: string, issue: string): Runner {
  const state = join(folder, 'github.json');
  const artifacts = join(folder, 'artifacts');
  const programs = join(folder, 'programs');
  mkdirSync(programs, { recursive: true });
  const fakeGh = join(root, 'tests', 'helpers', 'fake-gh.mjs');
  writeFileSync(join(programs, 'gh'), `#!/bin/sh\nexec "${process.execPath}" "${fakeGh}" "$@"\n`);
  chmodSync(join(programs, 'gh'), 0o755);
  return {
    state,
    run: (job, values, workspace = 'workspace') => {
      const home = join(folder, workspace);
      mkdirSync(home, { recursive: true });
      const output = join(folder, 'output.txt');
      writeFileSync(output, '');
      const fill = (text: string) => fillExpressions(text, values);
      let printed = '';
      for (const step of job.steps) {
        const place = (path: unknown) => join(home, fill(String(path ?? '')));
        const result = step.uses
          ? standForAction(step, place, fill, { artifacts, issue })
          : runShell(step, {
              folder: place(step['working-directory']),
              environment: {
                ...fillAll(values, job),
                ...fillAll(values, step),
                PATH: `${programs}${delimiter}${process.env.PATH}`,
                HOME: folder,
                GH_STATE: state,
                GITHUB_ACTIONS: 'true',
                GITHUB_OUTPUT: output,
                GITHUB_REPOSITORY: 'centre/bulletins',
              },
            });
        printed += result.printed;
        if (result.failed) {
          return { failed: step.run ?? step.uses, printed, output: readFileSync(output, 'utf8') };
        }
      }
      return { failed: undefined, printed, output: readFileSync(output, 'utf8') };
    },
  };
}

function fillExpressions(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => {
    const value = values[expression];
    if (value === undefined) throw new Error(`The test gives no value for ${expression}`);
    return value;
  });
}

function fillAll(
  values: Readonly<Record<string, string>>,
  { env = {} }: { readonly env?: Readonly<Record<string, string>> },
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, text]) => [name, fillExpressions(text, values)]),
  );
}

interface StepResult {
  readonly failed: boolean;
  readonly printed: string;
}

const DONE: StepResult = { failed: false, printed: '' };

/** What the actions of the workflow do, as far as its other steps see it. */
function standForAction(
  { uses = '', with: inputs = {} }: Step,
  place: (path: unknown) => string,
  fill: (text: string) => string,
  { artifacts, issue }: { readonly artifacts: string; readonly issue: string },
): StepResult {
  const artifact = join(artifacts, fill(String(inputs.name)));
  switch (uses.split('@')[0]) {
    case 'actions/checkout':
      checkOut(place(inputs.path), issue);
      return DONE;
    case 'actions/upload-artifact':
      cpSync(place(inputs.path), artifact, { recursive: true });
      return DONE;
    case 'actions/download-artifact':
      if (!existsSync(artifact)) return { failed: true, printed: 'Artifact not found' };
      cpSync(artifact, place(inputs.path), { recursive: true });
      return DONE;
    case 'actions/attest': {
      const subjects = readFileSync(place(inputs['subject-checksums']), 'utf8');
      writeFileSync(place('../attestation.json'), JSON.stringify({ subjects }));
      return DONE;
    }
    case 'actions/setup-node':
      return DONE;
    default:
      throw new Error(`The test knows no action ${uses}`);
  }
}

function checkOut(folder: string, issue: string): void {
  if (existsSync(join(folder, 'package.json'))) return;
  mkdirSync(folder, { recursive: true });
  const parts = ['src', 'templates', 'package.json', 'package-lock.json', '.npmrc'];
  for (const name of [...parts, join('issues', issue)]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  const git = (...words: string[]) => {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
    const env = { ...process.env, GIT_AUTHOR_DATE: '@0 +0000', GIT_COMMITTER_DATE: '@0 +0000' };
    const { status, stderr } = spawnSync('git', [...who, ...words], { cwd: folder, env });
    if (status !== 0) throw new Error(String(stderr));
  };
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'An issue');
}

/** Stands for `npm ci`: the packages are links, so that the cache beside them is the checkout's own. */
function linkPackages(folder: string): StepResult {
  const packages = join(folder, 'node_modules');
  if (existsSync(packages)) return DONE;
  mkdirSync(packages);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(packages, name));
  }
  return DONE;
}

function runShell(
  { run = '' }: Step,
  { folder, environment }: { readonly folder: string; readonly environment: NodeJS.ProcessEnv },
): StepResult {
  if (/^npm ci\b/.test(run)) return linkPackages(folder);
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', run], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  });
  return { failed: status !== 0, printed: stdout + stderr };
}
