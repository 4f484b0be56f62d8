import type { IssuePhoto } from './schema.ts';

/** Name of a photo in the picture register; the same file may be printed in two sizes. */
export function pictureName({ file, side }: Pick<IssuePhoto, 'file' | 'side'>): string {
  return side === 'full' ? `${file} (full)` : file;
}
