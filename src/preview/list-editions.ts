// The editions of a previewed issue. The list follows its folder while the preview runs.
import { basename, dirname, join } from 'node:path';
import type { Host } from '../host/host.ts';
import {
  addLanguage,
  compareEditions,
  FIRST_EDITION,
  isEdition,
  languageInName,
} from '../source/issue-file.ts';
import { languageOf } from '../text/languages/index.ts';
import type { PreviewEdition } from './messages.ts';
import { editorLink } from './show-outcome.ts';

/** What listing editions needs. */
export interface EditionContext {
  readonly host: Host;
  /** Returns the language of an edition; undefined if its file cannot be read. */
  readonly languageOf: (file: string, host: Host) => Promise<string | undefined>;
  readonly displayPath: (path: string) => string;
}

/** An edition that can be previewed, with its path. */
export interface ListedEdition {
  readonly path: string;
  readonly shown: PreviewEdition;
}

/**
 * Lists the editions in the folder of `file`, the first edition first; `issueName` begins their names. A
 * first edition that is missing is listed, and so is `file`, which may have a name of its own.
 * @param before the previous list: an unreadable first edition keeps its language
 */
export async function listEditions(
  file: string,
  issueName: string,
  before: readonly ListedEdition[],
  { host, languageOf: readLanguage, displayPath }: EditionContext,
): Promise<ListedEdition[]> {
  const folder = dirname(file);
  const names = isEdition(basename(file)) ? [FIRST_EDITION, ...(await host.list(folder))] : [];
  const inFolder = names.filter(isEdition).map((name) => join(folder, name));
  const paths = [...new Set([...inFolder, file])].sort(compareEditions);
  const listed = paths.map(async (path) => {
    const known = before.find((edition) => edition.path === path)?.shown.language;
    const language = (await readLanguage(path, host)) ?? known;
    const { names: languageNames } = (language && languageOf(language)) || {};
    const shownPath = displayPath(path);
    const kind = languageNames
      ? `${languageNames.english} edition`
      : languageInName(path) === undefined
        ? 'First edition'
        : `Edition in ${language}`;
    const shown: PreviewEdition = {
      name: addLanguage(issueName, path),
      file: shownPath,
      link: editorLink(path),
      language,
      label: languageNames?.own ?? language ?? kind,
      description: `${kind} (${shownPath})`,
    };
    return { path, shown };
  });
  return Promise.all(listed);
}
