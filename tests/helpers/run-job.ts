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

/** Runs jobs of workflows as GitHub does, with a fake of `gh`. */
export interface Runner {
  /** Path of GitHub's state, written before a job and read after it. */
  readonly state: string;
  /** Runs the steps of a job until one fails. @param values values of its expressions */
  run(job: Job, values: Readonly<Record<string, string>>, workspace?: string): JobResult;
}

/** Result of a job. */
export interface JobResult {
  /** The step that failed; undefined if none did. */
  readonly failed: string | undefined;
  /** Output of all steps. */
  readonly printed: string;
  /** Outputs of the steps for other jobs. */
  readonly output: string;
}

/** Creates a runner in a folder. Its checkouts have one issue, and links to the project's packages. */
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
          ? runAction(step, place, fill, { artifacts, issue })
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

/** Does what an action of the workflow does, as far as other steps can see it. */
function runAction(
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

/** Replaces `npm ci`: links the packages, so that the checkout has its own cache beside them. */
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
