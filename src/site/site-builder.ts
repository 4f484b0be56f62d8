import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { makeWebPicture } from '../images/web-picture.ts';
import type { FolderKind } from '../output/own-files.ts';
import { createFolderDraft, type FolderDraft } from '../output/write-folder.ts';
import { COMMON_ADDRESSES, hashedAddress, issueFile } from './addresses.ts';
import { bundleScripts } from './bundle-script.ts';
import { drawCover } from './draw-cover.ts';
import type {
  FrameTemplate,
  SectionTemplate,
  SiteContent,
  SiteFile,
  SiteIssue,
  SiteLanguage,
  SiteSection,
  WebPicture,
} from './site-pages.ts';

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
export interface SiteBuilder {
  /** Languages of the pages, in the order in which they were added. */
  readonly languages: readonly string[];
  /** Adds pages in a further language. */
  addLanguage(template: FrameTemplate<unknown>): void;
  /**
   * Adds a publication besides the frame's. Its issues are listed after those of the ones added before.
   * @param templates in one or more languages; the first stands in for missing languages
   */
  addSection(publication: string, templates: readonly SectionTemplate<unknown>[]): void;
  /**
   * Writes an edition's PDF and cover, and the photos of the issue. The first edition of an issue comes
   * before the others, and a language before the first issue.
   * @param photosOf returns the photos of a composed issue
   * @throws WriteFailure
   */
  add(
    publication: string,
    issue: BuiltSiteIssue<unknown>,
    photosOf: FrameTemplate<unknown>['photosOf'],
  ): Promise<void>;
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

/** Issues by the names of their folders; of each the first edition comes first. */
type Issues = Map<string, SiteIssue<unknown>[]>;

/**
 * Returns a builder that writes the files of a site into a draft. Issues of a publication are added from the
 * newest to the oldest. The pages at the site's root are in the language of the oldest issue's first edition,
 * so that addresses stay when a new issue begins in another language; issues of the frame's publication count
 * before those of others.
 * @param frame name of the publication that has the frame
 */
export function buildSite(frame: string, draft: FolderDraft, place: SitePlace): SiteBuilder {
  const issues = new Map<string, Issues>([[frame, new Map()]]);
  const frames: FrameTemplate<unknown>[] = [];
  const sections = new Map<string, readonly SectionTemplate<unknown>[]>();
  const ownIssues = (publication: string): Issues => issues.get(publication) ?? new Map();
  const issuesIn = (language: string, publication: string) =>
    [...ownIssues(publication).values()].flatMap(
      (editions) => editions.find((edition) => edition.language === language) ?? editions[0] ?? [],
    );
  const contentIn = (language: string): SiteContent<unknown> => ({
    issues: issuesIn(language, frame),
    sections: [...sections].flatMap(([publication, templates]) => {
      const own = issuesIn(language, publication);
      const template = templates.find((one) => one.language === language) ?? templates[0];
      return own.length === 0 || !template ? [] : [template.composeSection(own, language)];
    }),
  });
  const oldestLanguage = () => {
    const all = [ownIssues(frame), ...issues.values()].find(({ size }) => size > 0);
    return [...(all?.values() ?? [])].at(-1)?.[0]?.language;
  };
  return {
    get languages() {
      return frames.map(({ language }) => language);
    },
    addLanguage: (template) => void frames.push(template),
    addSection: (publication, templates) => void sections.set(publication, templates),
    async add(publication, issue, photosOf) {
      const [template] = frames;
      if (!template) throw new Error('The site has no language yet');
      const own = ownIssues(publication);
      const editions = own.get(issue.name) ?? [];
      const files = { ...issue, photos: editions[0]?.photos };
      const sizes = template.pictures;
      const written = await writeIssueFiles(files, draft, { sizes, photosOf }, place);
      issues.set(publication, own.set(issue.name, [...editions, written]));
    },
    async finish() {
      const oldest = oldestLanguage();
      const root = frames.find(({ language }) => language === oldest) ?? frames[0];
      if (!root) throw new Error('The site has no language');
      const others = frames.filter((template) => template !== root).sort(compareLanguages);
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
      const contents = sorted.map((template) => [template, contentIn(template.language)] as const);
      await write(root.composeAssets(contentIn(root.language), site));
      await write(listAssets(contents.flatMap(([, { sections: own }]) => own)));
      // The home page at the root comes last.
      for (const [template, content] of contents.reverse()) {
        await write(template.composePages(content, site));
      }
      return draft.finish();
    },
  };
}

/** Returns the assets of sections in several languages, each once. */
function listAssets(sections: readonly SiteSection[]): Iterable<SiteFile> {
  const assets = sections.flatMap((section) => section.assets);
  return new Map(assets.map((file) => [file.address, file])).values();
}

function compareLanguages(a: { language: string }, b: { language: string }): number {
  return a.language < b.language ? -1 : 1;
}

/** Returns a language of a site with the folder of its pages. */
function languageOfSite(code: string, root: string): SiteLanguage {
  return { code, folder: code === root ? '' : `${code}/` };
}

/** Sizes of pictures, and the photos of an issue. */
interface PictureTools<Composed> extends Pick<FrameTemplate<Composed>, 'photosOf'> {
  readonly sizes: FrameTemplate<Composed>['pictures'];
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
  { sizes, photosOf }: PictureTools<Composed>,
  { root, host }: SitePlace,
): Promise<SiteIssue<Composed>> {
  const write = (file: string, bytes: Uint8Array) => draft.write(issueFile(name, file), bytes);
  await write(pdf.file, pdf.bytes);
  const folder = join(draft.path, issueFile(name, ''));
  const cover = await drawCover(join(folder, pdf.file), folder, sizes.cover, { root, host });
  await write(files.cover, cover.bytes);
  const writePhotos = async () => {
    const photos = new Map<string, WebPicture>();
    for (const photo of photosOf(composed)) {
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
