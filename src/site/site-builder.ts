import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { makeWebPicture } from '../images/web-picture.ts';
import type { FolderKind } from '../output/own-files.ts';
import { beginFolder, type FolderDraft } from '../output/write-folder.ts';
import { composeSite } from '../publications/information-release/site/compose-site.ts';
import type { IssueView } from '../publications/issue-view.ts';
import { ADDRESSES, addressOfBytes, issueFile } from './addresses.ts';
import { bundleSearchScript } from './bundle-script.ts';
import { drawCover } from './draw-cover.ts';
import type { SiteIssue, WebPicture } from './site-issue.ts';
import type { SiteTemplate } from './site-template.ts';

/** An issue that was set, for its place in the archive. */
export interface BuiltSiteIssue {
  readonly view: IssueView;
  /** The prepared photos by the names that the view uses. */
  readonly pictures: ReadonlyMap<string, { read(): Promise<Buffer> }>;
  readonly pdf: { readonly file: string; readonly bytes: Uint8Array; readonly pages: number };
}

/** Writes a site, an issue after the other, and puts it in its place when it is whole. */
export interface SiteBuilder {
  /** Writes an issue's PDF, cover and photos. @throws WriteFailure */
  add(issue: BuiltSiteIssue): Promise<void>;
  /** Writes the pages and puts the site in its place. @throws WriteFailure */
  finish(): ReturnType<FolderDraft['finish']>;
}

/** Where and how a site is written; `root` is the project's folder. */
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
  home: ADDRESSES.home,
};

/** Begins the folder of a site. @throws WriteFailure when it cannot be one */
export function beginSiteFolder(path: string, host: Host): Promise<FolderDraft> {
  return beginFolder(path, SITE, host);
}

/** Begins the files of a site. */
export function buildSite(
  template: SiteTemplate,
  draft: FolderDraft,
  place: SitePlace,
): SiteBuilder {
  const issues: SiteIssue[] = [];
  return {
    async add(issue) {
      issues.push(await writeIssueFiles(issue, draft, template, place));
    },
    async finish() {
      const script = await bundleSearchScript(place.root);
      // A host that would make pages of files with an underscore leaves these as they are.
      await draft.write('.nojekyll', Buffer.alloc(0));
      for (const { address, content } of composeSite(issues, { ...place, template, script })) {
        await draft.write(address, Buffer.from(content));
      }
      return draft.finish();
    },
  };
}

/** Puts an issue's files beside where its page will be. */
async function writeIssueFiles(
  { view, pictures, pdf }: BuiltSiteIssue,
  draft: FolderDraft,
  { settings }: SiteTemplate,
  { root, host }: SitePlace,
): Promise<SiteIssue> {
  const write = (file: string, bytes: Uint8Array) => draft.write(issueFile(view.name, file), bytes);
  await write(pdf.file, pdf.bytes);
  const folder = join(draft.path, issueFile(view.name, ''));
  const cover = await drawCover(join(folder, pdf.file), folder, settings, { root, host });
  await write('cover.jpg', cover.bytes);
  const photos = new Map<string, WebPicture>();
  for (const name of listPhotos(view)) {
    const bytes = await pictures.get(name)?.read();
    if (!bytes) throw new Error(`The photo was not prepared: ${name}`);
    const { bytes: made, width, height } = await makeWebPicture(bytes, settings.photo);
    const number = String(photos.size + 1).padStart(2, '0');
    const file = addressOfBytes(`photo-${number}.webp`, made);
    await write(file, made);
    photos.set(name, { file, width, height });
  }
  return {
    view,
    pdf: pdf.file,
    pages: pdf.pages,
    bytes: pdf.bytes.length,
    cover: { file: 'cover.jpg', width: cover.width, height: cover.height },
    photos,
  };
}

/** The photos' names in the order of print, each once: pictures are prepared in any order. */
function listPhotos({ sections }: IssueView): Set<string> {
  const articles = sections.flatMap((section) => section.articles);
  return new Set(articles.flatMap(({ photo }) => (photo ? [photo.picture] : [])));
}
