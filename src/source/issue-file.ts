// An issue is a folder with one file for each language: issue.yaml is the first edition, issue.ru.yaml
// is the Russian edition.
import { basename, dirname } from 'node:path';

/** Name of the file of a first edition. */
export const FIRST_EDITION = 'issue.yaml';

const EDITION = /^issue(?:\.([a-z]{2,3}))?\.yaml$/;

/** Whether a file name in the folder of an issue is that of an edition. */
export function isEdition(name: string): boolean {
  return EDITION.test(name);
}

/** Returns the name of an issue, which is the name of its folder. */
export function issueNameOf(file: string): string {
  return basename(dirname(file));
}

/** Returns the language code in a file name such as issue.ru.yaml; undefined for a first edition. */
export function languageInName(file: string): string | undefined {
  return EDITION.exec(basename(file))?.[1];
}

/** Returns the name of an edition, such as 2025-01 or 2025-01.ru, which also names its output. */
export function editionName(file: string): string {
  return addLanguage(issueNameOf(file), file);
}

/** Appends the language of an edition to a name, unless it is the first edition. */
export function addLanguage(name: string, file: string): string {
  const language = languageInName(file);
  return language === undefined ? name : `${name}.${language}`;
}

/** Compares files of editions: the first edition, then the others by language code. */
export function compareEditions(a: string, b: string): number {
  const [first, second] = [languageInName(a) ?? '', languageInName(b) ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}
