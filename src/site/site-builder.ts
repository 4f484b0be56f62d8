import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { makeWebPicture } from '../images/web-picture.ts';
import type { FolderKind } from '../output/own-files.ts';
import { createFolderDraft, type FolderDraft } from '../output/write-folder.ts';
import { COMMON_ADDRESSES, hashedAddress, issueFile } from './addresses.ts';
import { bundleScripts } from './bundle-script.ts';
import { drawCover } from './draw-cover.ts';
import type { SiteFile, SiteIssue, SiteLanguage, SiteTemplate, WebPicture } from './site-pages.ts';

/** A laid out edition of an issue, for its page on the site. */
export interface BuiltSiteIssue<Composed> {
  /** Name of the issue's folder. */
  readonly name: string;
  readonly language: string;
  readonly composed: Composed;
  /** The prepared photos by name. */
  readonly pictures: ReadonlyMap<string, { read(): Promise<Buffer> }>;
  readonly pdf: { readonly file: string; readonly bytes: Uint8Array; readonly pages: number };
  /** Name of the file of its cover picture. */
  readonly cover: string;
}

/** Writes a site edition by edition; the output folder changes only when the site is complete. */
export interface SiteBuilder<Composed> {
  /** Whether the site has pages in a language. */
  hasLanguage(language: string): boolean;
  /** Adds pages in a further language. */
  addLanguage(template: SiteTemplate<Composed>): void;
  /**
   * Writes an edition's PDF and cover, and the photos of the issue. The first edition of an issue comes
   * before the others.
   * @throws WriteFailure
   */
  add(issue: BuiltSiteIssue<Composed>): Promise<void>;
  /** Writes the pages of all languages and moves the site into the output folder. @throws WriteFailure */
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

/**
 * Returns a builder that writes the files of a site into a draft. Issues are added from the newest to the
 * oldest. The pages at the site's root are in the language of the oldest issue's first edition, so that
 * addresses stay when a new issue begins in another language.
 * @param first template of the first language
 */
export function buildSite<Composed>(
  first: SiteTemplate<Composed>,
  draft: FolderDraft,
  place: SitePlace,
): SiteBuilder<Composed> {
  /** By the names of their folders; of each the first edition comes first. */
  const issues = new Map<string, SiteIssue<Composed>[]>();
  const templates = [first];
  const issuesIn = (language: string) =>
    [...issues.values()].flatMap(
      (editions) => editions.find((edition) => edition.language === language) ?? editions[0] ?? [],
    );
  return {
    hasLanguage: (language) => templates.some((template) => template.language === language),
    addLanguage: (template) => void templates.push(template),
    async add(issue) {
      const editions = issues.get(issue.name) ?? [];
      const photos = editions[0]?.photos;
      issues.set(issue.name, [
        ...editions,
        await writeIssueFiles({ ...issue, photos }, draft, first, place),
      ]);
    },
    async finish() {
      const oldest = [...issues.values()].at(-1)?.[0]?.language;
      const root = templates.find(({ language }) => language === oldest) ?? first;
      const others = templates.filter((template) => template !== root).sort(compareLanguages);
      const sorted = [root, ...others];
      const languages = sorted.map(({ language }) => languageOfSite(language, root.language));
      const codes = languages.map(({ code }) => code);
      const scripts = await bundleScripts(place.root, codes);
      const site = { base: place.base, languages, scripts };
      // Without this file GitHub Pages runs Jekyll, which drops files that begin with an underscore.
      await draft.write('.nojekyll', Buffer.alloc(0));
      const write = async (files: Iterable<SiteFile>) => {
        for (const { address, content } of files) await draft.write(address, Buffer.from(content));
      };
      await write(root.composeAssets(issuesIn(root.language), site));
      // The home page at the root comes last.
      for (const template of sorted.reverse()) {
        await write(template.composePages(issuesIn(template.language), site));
      }
      return draft.finish();
    },
  };
}

function compareLanguages(a: { language: string }, b: { language: string }): number {
  return a.language < b.language ? -1 : 1;
}

/** Returns a language of a site with the folder of its pages. */
function languageOfSite(code: string, root: string): SiteLanguage {
  return { code, folder: code === root ? '' : `${code}/` };
}

/** Writes an edition's PDF and cover into its issue's folder, and the photos unless they are given. */
async function writeIssueFiles<Composed>(
  {
    name,
    language,
    composed,
    pictures,
    pdf,
    ...files
  }: BuiltSiteIssue<Composed> & { readonly photos: SiteIssue<Composed>['photos'] | undefined },
  draft: FolderDraft,
  template: SiteTemplate<Composed>,
  { root, host }: SitePlace,
): Promise<SiteIssue<Composed>> {
  const sizes = template.pictures;
  const write = (file: string, bytes: Uint8Array) => draft.write(issueFile(name, file), bytes);
  await write(pdf.file, pdf.bytes);
  const folder = join(draft.path, issueFile(name, ''));
  const cover = await drawCover(join(folder, pdf.file), folder, sizes.cover, { root, host });
  await write(files.cover, cover.bytes);
  const writePhotos = async () => {
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
    return photos;
  };
  return {
    name,
    language,
    composed,
    pdf: pdf.file,
    pages: pdf.pages,
    bytes: pdf.bytes.length,
    cover: { file: files.cover, width: cover.width, height: cover.height },
    photos: files.photos ?? (await writePhotos()),
  };
}
