import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePhoto } from './render-issue.ts';
import { sampleIssue } from './sample-issue.ts';

/** Name of the PDF and the report of both editions, without extension. */
export const EDITION_NAME = 'information-release-2024-19';

/** Creates two versions of an issue whose PDFs differ. @returns their folders */
export async function makeEditions(base: string): Promise<{ first: string; second: string }> {
  const photo = await makePhoto(1800, 1200);
  const folders = { first: join(base, 'first'), second: join(base, 'second') };
  for (const [edition, folder] of Object.entries(folders)) {
    mkdirSync(join(folder, 'photos'), { recursive: true });
    writeFileSync(join(folder, 'photos', 'hall.jpg'), photo);
    const article = { title: `The ${edition} edition`, photo: 'photos/hall.jpg' };
    writeFileSync(join(folder, 'issue.yaml'), sampleIssue({ KZ: [article] }));
  }
  return folders;
}
