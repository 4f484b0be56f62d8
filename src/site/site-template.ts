import { z } from 'zod';
import type { Problem } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import {
  type SiteWords,
  siteWordsSchema,
} from '../publications/information-release/site/site-words.ts';
import type { SourceDocument } from '../source/read-yaml.ts';
import { createPageFiller, type PageFiller } from '../templates/fill-pages.ts';
import { createPhraseRenderer, type PhraseRenderer } from '../templates/phrases.ts';
import { openTemplateFolder, type TemplateFolder } from '../templates/template-folder.ts';
import { type Palette, readColours } from '../templates/theme-parts.ts';

/** Page templates of a site; each is a file site/NAME.hbs of the publication's templates. */
const PAGES = [
  'page',
  'spans',
  'blocks',
  'article',
  'chart',
  'table',
  'home',
  'issue',
  'countries',
  'country',
  'charts',
  'search',
  'lost',
  'feed',
  'sitemap',
] as const;

const pixels = () => z.int().positive();
const breadth = () => z.strictObject({ width: pixels(), left: pixels() });
const picture = () => z.strictObject({ width: pixels(), quality: z.int().min(1).max(100) });

/** What a site is made of beside its pages and words: templates/PUBLICATION/site/site.yaml. */
const settingsSchema = z.strictObject({
  feed: z.strictObject({ tag: z.string().regex(/^tag:\S+$/), issues: pixels() }),
  emblem: z.string(),
  cover: picture(),
  photo: picture(),
  chart: z.strictObject({
    wide: breadth(),
    narrow: breadth(),
    band: pixels(),
    foot: pixels(),
    head: pixels(),
    textSize: pixels(),
  }),
  fonts: z.array(
    z.strictObject({
      family: z.string(),
      style: z.enum(['normal', 'italic']),
      weight: z.int(),
      file: z.string(),
      range: z.string(),
    }),
  ),
  ranges: z.record(z.string(), z.string()),
});

/** The checked settings of a site; sizes in px. */
export type SiteSettings = z.output<typeof settingsSchema>;

/** What templates/PUBLICATION/site holds, checked and ready. */
export interface SiteTemplate {
  readonly words: SiteWords;
  readonly phrases: PhraseRenderer;
  readonly settings: SiteSettings;
  readonly pages: PageFiller;
  readonly colors: Palette;
  /** A drawing, as SVG text. */
  readonly emblem: string;
  readonly fonts: readonly SiteFont[];
}

/** A part of the typeface, and the letters that it has. */
export interface SiteFont {
  readonly family: string;
  readonly style: string;
  readonly weight: number;
  /** Name of its file on the site. */
  readonly name: string;
  readonly letters: string;
  readonly bytes: Uint8Array;
}

/** A site's template, or why it cannot be used. */
export interface LoadedSiteTemplate {
  readonly template: SiteTemplate | undefined;
  readonly problems: readonly Problem[];
  readonly documents: readonly SourceDocument[];
}

/** Reads what a publication's templates have for its site; `root` is the project's folder. */
export async function readSiteTemplate(
  root: string,
  publication: string,
  language: string,
  host: Host,
): Promise<LoadedSiteTemplate> {
  const folder = openTemplateFolder(root, publication, host);
  const [settings, words, theme] = await Promise.all([
    folder.readYaml('site/site.yaml', settingsSchema),
    folder.readYaml(`site/words.${language}.yaml`, siteWordsSchema),
    readColours(folder),
  ]);
  const problems = [...settings.problems, ...words.problems, ...theme.problems];
  const documents = [settings.document, words.document, theme.document];
  if (!settings.value || !words.value || !theme.value) {
    return { template: undefined, problems, documents };
  }
  const phrases = createPhraseRenderer(language);
  const template: SiteTemplate = {
    words: words.value,
    phrases,
    settings: settings.value,
    pages: createPageFiller(await readPages(folder), phrases),
    colors: theme.value.colors,
    emblem: await folder.readDrawing(settings.value.emblem),
    fonts: await readFonts(settings.value, folder),
  };
  return { template, problems, documents };
}

async function readPages(folder: TemplateFolder): Promise<Record<string, string>> {
  const pages = PAGES.map(async (name) => [name, await folder.readText(`site/${name}.hbs`)]);
  const style = ['style', await folder.readText('site/style.css')];
  return Object.fromEntries([...(await Promise.all(pages)), style]);
}

async function readFonts(
  { fonts, ranges }: SiteSettings,
  folder: TemplateFolder,
): Promise<SiteFont[]> {
  const read = fonts.map(async ({ family, style, weight, file, range }) => ({
    family,
    style,
    weight,
    name: file.slice(file.lastIndexOf('/') + 1),
    letters: ranges[range] ?? 'U+0-10FFFF',
    bytes: await folder.readPackageFile(file),
  }));
  return Promise.all(read);
}
