import { dirname, join } from 'node:path';
import type { Host } from '../host/host.ts';
import { writeTogether } from '../output/write-together.ts';
import { readEdition } from '../pipeline/read-edition.ts';
import { EditionUnreadable } from '../publications/edition-format.ts';
import { FIRST_EDITION, furtherEdition, issueNameOf } from '../source/issue-file.ts';
import { locateIssue } from '../source/locate-issue.ts';
import { readSource } from '../source/read-source.ts';
import { findIssues, requireLanguage, UsageError } from './find-issues.ts';
import { count, displayPath, EXIT } from './terminal.ts';

/**
 * Creates the file of a further edition, or brings it up to date with the first one. Words that are
 * there are left as they are.
 * @returns the exit code: 1 if an edition has errors that have to be fixed first
 * @throws UsageError, WriteFailure
 */
export async function translateIssue(
  [issue, language]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  if (!issue || !language) throw new UsageError('Give an issue and a language: 2025-02 ru.');
  requireLanguage(language);
  const issuesFolder = join(root, 'issues');
  const [firstFile = ''] = await findIssues({ names: [issue], all: false }, issuesFolder, host);
  const folder = dirname(firstFile);
  const first = await readEdition(
    join(folder, FIRST_EDITION),
    { editorial: false },
    { issuesFolder, host },
  );
  const name = issueNameOf(firstFile);
  if (!first.publication || !first.isComplete) {
    host.warn(`The first edition has errors: run \`npm run check -- ${name}\` and fix them first.`);
    return EXIT.issueHasErrors;
  }
  const { publication } = first;
  const firstLanguage = publication.languageOf(first.issue);
  if (language === firstLanguage) {
    throw new UsageError(`The first edition of ${name} is in ${language} already.`);
  }
  if (!publication.editions) {
    throw new UsageError(`Issues of ${publication.name} have one edition only.`);
  }
  const file = join(folder, furtherEdition(language));
  const text = await readExisting(file, issuesFolder, host);
  try {
    const updated = publication.editions.update({
      first: { issue: first.issue, language: firstLanguage },
      file,
      text,
    });
    const isSame = updated.text === text;
    if (!isSame) {
      await writeTogether([{ path: file, bytes: Buffer.from(updated.text) }], host, 'fixed');
    }
    const state = text === undefined ? 'created' : isSame ? 'is up to date' : 'brought up to date';
    const todo = [
      `${count(updated.untranslated, 'text')} to translate`,
      ...(updated.changed > 0 ? [`${count(updated.changed, 'change')} of the first edition`] : []),
    ];
    host.print(`${displayPath(file, host)}  ${state}: ${todo.join(', ')}`);
    return EXIT.built;
  } catch (error) {
    if (!(error instanceof EditionUnreadable)) throw error;
    host.warn(`${displayPath(file, host)} ${error.message}. Nothing was written.`);
    return EXIT.issueHasErrors;
  }
}

/** The text of an edition that exists. @throws UsageError if its file cannot be read */
async function readExisting(
  file: string,
  issuesFolder: string,
  host: Host,
): Promise<string | undefined> {
  const located = await locateIssue(file, issuesFolder, host);
  if ('problem' in located) throw new UsageError(`${file}: ${located.problem.message}`);
  if ((await host.nameKindOf(file)) === undefined) return undefined;
  const { text, problems } = await readSource(file, issuesFolder, host);
  if (text === undefined) throw new UsageError(`${file}: ${problems[0]?.message}`);
  return text;
}
