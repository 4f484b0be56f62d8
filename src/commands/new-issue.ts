import { dirname, join } from 'node:path';
import type { Host } from '../host/host.ts';
import { explainFailure, writeTogether } from '../output/write-together.ts';
import { informationRelease } from '../publications/information-release/information-release.ts';
import type { NewIssueOptions, Publication, Refusal } from '../publications/publication.ts';
import { locateIssue } from '../source/locate-issue.ts';
import { readSource } from '../source/read-source.ts';
import { readYaml } from '../source/read-yaml.ts';
import { openTemplateFolder } from '../templates/template-folder.ts';
import { listIssues, UsageError } from './find-issues.ts';
import { displayPath, EXIT } from './terminal.ts';
/** What new-issue is asked to do. */
export type NewIssueRequest = NewIssueOptions;

/**
 * Makes the next issue's folder and says what to do next.
 * @returns the exit code
 * @throws UsageError, WriteFailure
 */
export async function makeNewIssue(
  requested: NewIssueRequest,
  root: string,
  host: Host,
): Promise<number> {
  const names = await listIssues(join(root, 'issues'), host);
  const started = await startIssue(informationRelease, requested, { host, root, names });
  if ('reasons' in started) throw new UsageError(started.reasons.join('\n'));
  host.print(describeNext(started, host));
  return EXIT.built;
}

function describeNext({ name, file }: StartedIssue, host: Host): string {
  return [
    displayPath(file, host),
    '',
    'What to do next:',
    '  1. Open it and replace the example. For each further country take away the "# " before',
    '     its lines; remove the countries that have no articles.',
    `  2. Put the photos into ${displayPath(join(dirname(file), 'photos'), host)}`,
    `  3. See the PDF: npm run build-issue -- ${name}`,
  ].join('\n');
}

// The stages of a new issue: the issues that are there, the plan, the template's words, the file.

/** Where a new issue goes. */
export interface PreviewSessions {
  readonly host: Host;
  /** The project's folder. */
  readonly root: string;
  /** Names of the folders in issues/, the oldest first. */
  readonly names: readonly string[];
}

/** A new issue: its name and its file. */
export interface StartedIssue {
  readonly name: string;
  /** Path of its issue.yaml. */
  readonly file: string;
}

/**
 * Begins the next issue of a publication; an issue that is there is never written over.
 * @throws WriteFailure when the file cannot be written
 */
export async function startIssue(
  publication: Pick<Publication<unknown, unknown, unknown>, 'name' | 'planIssue'>,
  requested: NewIssueOptions,
  { host, root, names: folders }: PreviewSessions,
): Promise<StartedIssue | Refusal> {
  const issuesFolder = join(root, 'issues');
  const fileOf = (name: string) => join(issuesFolder, name, 'issue.yaml');
  const kinds = await Promise.all(folders.map((name) => host.kindOf(fileOf(name))));
  // A folder may have been made for the photos before the issue is begun.
  const names = folders.filter((_, index) => kinds[index] !== undefined);
  const last = names.at(-1);
  const newest =
    last === undefined ? undefined : await readLeniently(fileOf(last), issuesFolder, host);
  const plan = publication.planIssue(requested, { names, newest });
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
    throw explainFailure(error, path, 'fixed');
  }
}

/** What a file says as far as it is YAML; its mistakes are told when it is built. */
async function readLeniently(file: string, issuesFolder: string, host: Host): Promise<unknown> {
  const { text } = await readSource(file, issuesFolder, host);
  return text === undefined ? undefined : readYaml(text, file).document.value;
}
