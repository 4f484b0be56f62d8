// An issue is a folder with a file for each language: issue.yaml is the first edition, issue.ru.yaml a
// further one in Russian.
import { basename, dirname } from 'node:path';

/** Name of the file of a first edition. */
export const FIRST_EDITION = 'issue.yaml';

const EDITION = /^issue(?:\.([a-z]{2,3}))?\.yaml$/;

/** Name of the file of a further edition. */
export function furtherEdition(language: string): string {
  return `issue.${language}.yaml`;
}

/** Whether a file of an issue's folder is an edition. */
export function isEdition(name: string): boolean {
  return EDITION.test(name);
}

/** Name of an issue: that of its folder. */
export function issueNameOf(file: string): string {
  return basename(dirname(file));
}

/** The language that the name of a further edition's file has; undefined for a first edition. */
export function languageInName(file: string): string | undefined {
  return EDITION.exec(basename(file))?.[1];
}

/** Name of an edition, by which everything about it is kept: 2025-01, 2025-01.ru. */
export function editionName(file: string): string {
  return addLanguage(issueNameOf(file), file);
}

/** A name with the language of an edition at its end, where that is a further one. */
export function addLanguage(name: string, file: string): string {
  const language = languageInName(file);
  return language === undefined ? name : `${name}.${language}`;
}

/** Editions in their order: the first one, then the others by language. */
export function compareEditions(a: string, b: string): number {
  const [first, second] = [languageInName(a) ?? '', languageInName(b) ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}
