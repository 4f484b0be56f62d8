import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Folder with the transcription of a published release next to the project; undefined if it is not there. */
export const referenceIssue = [join(dirname(root), 'shared', 'reference', '2024-19')].find(
  existsSync,
);

/** The text of a published press release, where it lies beside the project; undefined elsewhere. */
export const referenceRelease = [
  join(dirname(root), 'shared', 'reference', 'cadap', 'press-release-2019-04-25.txt'),
].find(existsSync);
