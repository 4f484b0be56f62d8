import { dirname, join } from 'node:path';
import type { Host } from '../host/host.ts';
import { explainWriteFailure, writeTogether } from '../output/write-together.ts';
import { DEFAULT_PUBLICATION } from '../publications/index.ts';
import type {
  AnyPublication,
  NewIssueOptions,
  Rejection,
  Scaffold,
} from '../publications/publication.ts';
import { FIRST_EDITION } from '../source/issue-file.ts';
import { locateIssue } from '../source/locate-issue.ts';
import { readSource } from '../source/read-source.ts';
import { readYaml } from '../source/read-yaml.ts';
import { openTemplateFolder } from '../templates/template-folder.ts';
import { listIssues, requirePublication, UsageError } from './find-issues.ts';
import { displayPath, EXIT } from './terminal.ts';

/** What new-issue is asked to do: a publication, and its scaffold's own options. */
export type NewIssueRequest = NewIssueOptions & { readonly publication?: string | undefined };

/**
 * Creates the next issue's folder and prints what to do next.
 * @returns the exit code
 * @throws UsageError, WriteFailure
 */
export async function makeNewIssue(
  { publication: name, ...requested }: NewIssueRequest,
  root: string,
  host: Host,
): Promise<number> {
  const publication = name === undefined ? DEFAULT_PUBLICATION : requirePublication(name);
  const { scaffold } = publication;
  if (!scaffold) {
    throw new UsageError(
      `${publication.name} has no template of a new issue: copy the folder of an issue in issues/.`,
    );
  }
  const started = await startIssue(publication, scaffold, requested, { root, host });
  if ('reasons' in started) throw new UsageError(started.reasons.join('\n'));
  host.print(describeNext(started, scaffold, host));
  return EXIT.built;
}

function describeNext({ name, file }: StartedIssue, { nextSteps }: Scaffold, host: Host): string {
  const steps = [
    ...nextSteps,
    [`Put the photos into ${displayPath(join(dirname(file), 'photos'), host)}`],
    [`See the PDF: npm run build-issue -- ${name}`],
  ];
  const lines = steps.flatMap((step, index) =>
    step.map((line, place) => `  ${place === 0 ? `${index + 1}.` : '  '} ${line}`),
  );
  return [displayPath(file, host), '', 'What to do next:', ...lines].join('\n');
}

// The stages of a new issue: the issues that exist, the plan, the template's words, the file.

/** Where a new issue goes; `root` is the project's folder. */
export interface NewIssuePlace {
  readonly host: Host;
  readonly root: string;
}

/** A new issue: its name and its file. */
export interface StartedIssue {
  readonly name: string;
  /** Path of its first edition. */
  readonly file: string;
}

/**
 * Begins the next issue of a publication; an existing issue is never overwritten.
 * @throws WriteFailure when the file cannot be written
 */
export async function startIssue(
  publication: AnyPublication,
  scaffold: Scaffold,
  requested: NewIssueOptions,
  { host, root }: NewIssuePlace,
): Promise<StartedIssue | Rejection> {
  const issuesFolder = join(root, 'issues');
  const fileOf = (name: string) => join(issuesFolder, name, FIRST_EDITION);
  const folders = await listIssues(issuesFolder, host, publication);
  const kinds = await Promise.all(folders.map((name) => host.kindOf(fileOf(name))));
  // A folder may have been made for the photos before the issue is begun.
  const names = folders.filter((_, index) => kinds[index] !== undefined);
  const last = names.at(-1);
  const newest =
    last === undefined ? undefined : await readLeniently(fileOf(last), issuesFolder, host);
  const plan = scaffold.plan(requested, { names, newest });
  if ('reasons' in plan) return plan;
  const template = openTemplateFolder(root, publication.name, host);
  const text = await template.fillText(plan.template, plan.values);
  const file = fileOf(plan.name);
  const located = await locateIssue(file, issuesFolder, host);
  if ('problem' in located) {
    const { message, hints } = located.problem;
    return { reasons: [[`The issue cannot be begun: ${message}.`, ...hints].join(' ')] };
  }
  if (await isTaken(file, host)) {
    return {
      reasons: [`There is already something at ${file}; it was left as it is. Move it away.`],
    };
  }
  await writeTogether([{ path: file, bytes: Buffer.from(text) }], host, 'fixed');
  return { name: plan.name, file };
}

/**
 * Whether a path has anything at it, which the plan need not know of: issues/ may be a folder that cannot be
 * listed, and a link may lead nowhere.
 */
async function isTaken(path: string, host: Host): Promise<boolean> {
  try {
    return (await host.nameKindOf(path)) !== undefined;
  } catch (error) {
    throw explainWriteFailure(error, path, 'fixed');
  }
}

/** What a file says as far as it is YAML; its mistakes are told when it is built. */
async function readLeniently(file: string, issuesFolder: string, host: Host): Promise<unknown> {
  const { text } = await readSource(file, issuesFolder, host);
  return text === undefined ? undefined : readYaml(text, file).document.value;
}
