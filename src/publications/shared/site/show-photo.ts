import { issueFile } from '../../../site/addresses.ts';
import type { SiteIssue } from '../../../site/site-pages.ts';
import type { ComposedPhoto } from '../compose-texts.ts';

/** Returns an issue's photo for the page template `figure`. */
export function showPhoto(
  { name, photos }: Pick<SiteIssue<unknown>, 'name' | 'photos'>,
  { image, alt, side, caption, credit }: ComposedPhoto<string>,
) {
  const prepared = photos.get(image);
  if (!prepared) throw new Error(`The photo was not prepared: ${image}`);
  const file = issueFile(name, prepared.file);
  return { ...prepared, file, alt, side, caption, credit, words: Boolean(caption ?? credit) };
}
