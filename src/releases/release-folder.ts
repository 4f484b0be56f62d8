import { join } from 'node:path';

/** Where a release is put together, below output/. */
export interface ReleaseFolder {
  readonly folder: string;
  /** What is attached to the release, and nothing else. */
  readonly assets: string;
  /** The notes, in Markdown. */
  readonly notes: string;
  /** The release's title, as JSON. */
  readonly card: string;
}

/** The places of an issue's release; `root` is the project's folder. */
export function releaseFolder(root: string, issue: string): ReleaseFolder {
  const folder = join(root, 'output', 'release', issue);
  return {
    folder,
    assets: join(folder, 'assets'),
    notes: join(folder, 'notes.md'),
    card: join(folder, 'release.json'),
  };
}
