import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { makeWebPicture } from '../images/web-picture.ts';
import type { FolderKind } from '../output/own-files.ts';
import { createFolderDraft, type FolderDraft } from '../output/write-folder.ts';
import { COMMON_ADDRESSES, hashedAddress, issueFile } from './addresses.ts';
import { bundleSearchScript } from './bundle-script.ts';
import { drawCover } from './draw-cover.ts';
import type { SiteIssue, SiteTemplate, WebPicture } from './site-pages.ts';

/** A laid out issue, for its page on the site. */
export interface BuiltSiteIssue<Composed> {
  /** Name of the issue's folder. */
  readonly name: string;
  readonly composed: Composed;
  /** The prepared photos by name. */
  readonly pictures: ReadonlyMap<string, { read(): Promise<Buffer> }>;
  readonly pdf: { readonly file: string; readonly bytes: Uint8Array; readonly pages: number };
}

/** Writes a site issue by issue; the output folder changes only when the site is complete. */
export interface SiteBuilder<Composed> {
  /** Writes an issue's PDF, cover and photos. @throws WriteFailure */
  add(issue: BuiltSiteIssue<Composed>): Promise<void>;
  /** Writes the pages and moves the site into the output folder. @throws WriteFailure */
  finish(): ReturnType<FolderDraft['finish']>;
}

/** Addresses and host of a site; `root` is the project's folder. */
export interface SitePlace {
  readonly root: string;
  /** The site's address, ending in a slash, or empty. */
  readonly base: string;
  readonly host: Host;
}

const SITE: FolderKind = {
  command: 'npm run site',
  list: 'site-files.json',
  about:
    'Files that `npm run site` wrote here, with their SHA-256. It replaces and removes these only.',
  home: COMMON_ADDRESSES.home,
};

/** Creates the draft of a site's folder. @throws WriteFailure when the folder cannot be written */
export function createSiteDraft(path: string, host: Host): Promise<FolderDraft> {
  return createFolderDraft(path, SITE, host);
}

/** Returns a builder that writes the files of a site into a draft. */
export function buildSite<Composed>(
  template: SiteTemplate<Composed>,
  draft: FolderDraft,
  place: SitePlace,
): SiteBuilder<Composed> {
  const issues: SiteIssue<Composed>[] = [];
  return {
    async add(issue) {
      issues.push(await writeIssueFiles(issue, draft, template, place));
    },
    async finish() {
      const script = await bundleSearchScript(place.root);
      // Without this file GitHub Pages runs Jekyll, which drops files that begin with an underscore.
      await draft.write('.nojekyll', Buffer.alloc(0));
      for (const { address, content } of template.composeFiles(issues, {
        base: place.base,
        script,
      })) {
        await draft.write(address, Buffer.from(content));
      }
      return draft.finish();
    },
  };
}

/** Writes an issue's PDF, cover and photos into its folder. */
async function writeIssueFiles<Composed>(
  { name, composed, pictures, pdf }: BuiltSiteIssue<Composed>,
  draft: FolderDraft,
  template: SiteTemplate<Composed>,
  { root, host }: SitePlace,
): Promise<SiteIssue<Composed>> {
  const sizes = template.pictures;
  const write = (file: string, bytes: Uint8Array) => draft.write(issueFile(name, file), bytes);
  await write(pdf.file, pdf.bytes);
  const folder = join(draft.path, issueFile(name, ''));
  const cover = await drawCover(join(folder, pdf.file), folder, sizes.cover, { root, host });
  await write('cover.jpg', cover.bytes);
  const photos = new Map<string, WebPicture>();
  for (const photo of template.photosOf(composed)) {
    const bytes = await pictures.get(photo)?.read();
    if (!bytes) throw new Error(`The photo was not prepared: ${photo}`);
    const { bytes: encoded, width, height } = await makeWebPicture(bytes, sizes.photo);
    const number = String(photos.size + 1).padStart(2, '0');
    const file = hashedAddress(`photo-${number}.webp`, encoded);
    await write(file, encoded);
    photos.set(photo, { file, width, height });
  }
  return {
    name,
    composed,
    pdf: pdf.file,
    pages: pdf.pages,
    bytes: pdf.bytes.length,
    cover: { file: 'cover.jpg', width: cover.width, height: cover.height },
    photos,
  };
}
