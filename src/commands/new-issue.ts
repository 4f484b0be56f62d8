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
import { fillText } from '../templates/fill-pages.ts';
import { openTemplateFolder } from '../templates/template-folder.ts';
import { listIssues, requirePublication, UsageError } from './find-issues.ts';
import { displayPath, EXIT } from './terminal.ts';

/** Options of `new-issue`: the publication, and the options of its scaffold. */
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
      `${publication.name} has no template for a new issue. Copy the folder of an existing issue in issues/.`,
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

/** Project in which a new issue is created. */
export interface NewIssuePlace {
  readonly host: Host;
  /** The project's folder. */
  readonly root: string;
}

/** A new issue. */
export interface StartedIssue {
  readonly name: string;
  /** Path of its first edition. */
  readonly file: string;
}

/**
 * Creates the next issue of a publication. Never overwrites an existing issue.
 * @throws WriteFailure if the file cannot be written
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
  // An editor may create the folder for the photos before the issue.
  const names = folders.filter((_, index) => kinds[index] !== undefined);
  const last = names.at(-1);
  const newest =
    last === undefined ? undefined : await readLeniently(fileOf(last), issuesFolder, host);
  const plan = scaffold.plan(requested, { names, newest });
  if ('reasons' in plan) return plan;
  const template = openTemplateFolder(root, publication.name, host);
  const text = fillText(await template.readFirst(plan.templates), plan.values);
  const file = fileOf(plan.name);
  const located = await locateIssue(file, issuesFolder, host);
  if ('problem' in located) {
    const { message, hints } = located.problem;
    return { reasons: [[`The issue cannot be created: ${message}.`, ...hints].join(' ')] };
  }
  if (await isTaken(file, host)) {
    return {
      reasons: [`${file} already exists and was left unchanged. Move it away.`],
    };
  }
  await writeTogether([{ path: file, bytes: Buffer.from(text) }], host, 'fixed');
  return { name: plan.name, file };
}

/**
 * Whether something exists at a path. The plan does not know all of it: issues/ may be a folder that cannot
 * be listed, and a link may be broken.
 */
async function isTaken(path: string, host: Host): Promise<boolean> {
  try {
    return (await host.nameKindOf(path)) !== undefined;
  } catch (error) {
    throw explainWriteFailure(error, path, 'fixed');
  }
}

/** Reads the valid part of a file's YAML. Its problems are reported when the issue is built. */
async function readLeniently(file: string, issuesFolder: string, host: Host): Promise<unknown> {
  const { text } = await readSource(file, issuesFolder, host);
  return text === undefined ? undefined : readYaml(text, file).document.value;
}
