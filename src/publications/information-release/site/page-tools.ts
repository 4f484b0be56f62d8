import { z } from 'zod';
import {
  fontSettings,
  pictureSettings,
  pixels,
  readSiteFonts,
  type SiteFont,
} from '../../../site/site-theme.ts';
import { checkPhrases } from '../../../templates/check-phrases.ts';
import { createPageFiller, type PageFiller } from '../../../templates/fill-pages.ts';
import { createPhraseRenderer, type PhraseRenderer } from '../../../templates/phrases.ts';
import type { TemplateFolder } from '../../../templates/template-folder.ts';
import { type Palette, readColours } from '../../../templates/theme-parts.ts';
import { languageOf } from '../../../text/languages/index.ts';
import type { Stemmer } from '../../../text/languages/language.ts';
import type { Span } from '../../../text/rich-text.ts';

/** Page templates: files site/NAME.hbs in the template's folder. */
const PAGES = [
  'page',
  'spans',
  'blocks',
  'article',
  'figure',
  'neighbours',
  'chart',
  'table',
  'home',
  'section',
  'issue',
  'countries',
  'country',
  'charts',
  'search',
  'not-found',
  'feed',
  'sitemap',
] as const;

const chartSize = () => z.strictObject({ width: pixels(), left: pixels() });

/** Schema of site/site.yaml: the settings of the site. */
const settingsSchema = z.strictObject({
  feed: z.strictObject({ tag: z.string().regex(/^tag:\S+$/), issues: pixels() }),
  emblem: z.string(),
  ...pictureSettings().shape,
  chart: z.strictObject({
    wide: chartSize(),
    narrow: chartSize(),
    band: pixels(),
    foot: pixels(),
    head: pixels(),
    textSize: pixels(),
  }),
  ...fontSettings().shape,
});

/** Template, words and settings of the pages in one language. */
export interface PageTools {
  readonly language: string;
  /** Returns the stem of a word of the language, for the search. */
  readonly stem: Stemmer;
  readonly words: SiteWords;
  readonly phrases: PhraseRenderer;
  /** The validated settings; sizes in px. */
  readonly settings: z.output<typeof settingsSchema>;
  readonly pages: PageFiller;
  readonly colors: Palette;
  /** CARICC's emblem, as SVG text. */
  readonly emblem: string;
  readonly fonts: readonly SiteFont[];
  /** The publisher as the printed words name it, for a site without issues. */
  readonly publisher: Publisher;
}

/** Name and address of the publisher. */
export interface Publisher {
  readonly centre: readonly Span[];
  readonly address: readonly (readonly Span[])[];
}

/** The part of words.*.yaml that names the publisher. */
const publisherSchema = z.looseObject({
  masthead: z.looseObject({ centre: z.string(), address: z.array(z.string()) }),
});

/** Returns the name of the file with the words of the site in a language. */
export function wordsFile(language: string): string {
  return `site/words.${language}.yaml`;
}

/** Reads templates/information-release/site. Without valid settings and words, `tools` is undefined. */
export async function readPageTools(folder: TemplateFolder, language: string) {
  const [settings, words, theme, printed] = await Promise.all([
    folder.readYaml('site/site.yaml', settingsSchema),
    folder.readYaml(wordsFile(language), siteWordsSchema, undefined, (value) =>
      checkPhrases(value, language),
    ),
    readColours(folder),
    folder.readYaml(`words.${language}.yaml`, publisherSchema),
  ]);
  const files = [settings, words, theme, printed];
  const problems = files.flatMap((file) => file.problems);
  const documents = files.map(({ document }) => document);
  if (!settings.value || !words.value || !theme.value || !printed.value) {
    return { tools: undefined, problems, documents };
  }
  const { masthead } = printed.value;
  const phrases = createPhraseRenderer(language);
  const stemmer = await languageOf(language)?.stemmer?.load();
  const tools: PageTools = {
    language,
    stem: stemmer?.stemmer ?? ((word) => word),
    words: words.value,
    phrases,
    settings: settings.value,
    pages: createPageFiller(await readPages(folder), phrases),
    colors: theme.value.colors,
    emblem: await folder.readDrawing(settings.value.emblem),
    fonts: await readSiteFonts(settings.value, folder),
    publisher: {
      centre: phrases.render(masthead.centre, {}),
      address: masthead.address.map((line) => phrases.render(line, {})),
    },
  };
  return { tools, problems, documents };
}

async function readPages(folder: TemplateFolder): Promise<Record<string, string>> {
  const pages = PAGES.map(async (name) => [name, await folder.readText(`site/${name}.hbs`)]);
  const style = ['style', await folder.readText('site/style.css')];
  return Object.fromEntries([...(await Promise.all(pages)), style]);
}

const group = <Name extends string>(...names: Name[]) =>
  z.strictObject(
    Object.fromEntries(names.map((name) => [name, z.string()])) as Record<Name, z.ZodString>,
  );

/** Schema of site/words.*.yaml: the words of the site in one language. */
export const siteWordsSchema = z.strictObject({
  site: group('title', 'description', 'skip', 'menu', 'languages', 'feed', 'home', 'series'),
  home: group('menu', 'heading', 'introduction', 'count', 'cover'),
  issue: group(
    'name',
    'heading',
    'oneDay',
    'oneMonth',
    'oneYear',
    'twoYears',
    'events',
    'countries',
    'read',
    'pdf',
    'contents',
    'otherLanguage',
    'newer',
    'older',
    'neighbours',
    'table',
    'source',
    'top',
  ),
  countries: group('menu', 'heading', 'description'),
  country: group('description', 'chart', 'events'),
  charts: group(
    'menu',
    'heading',
    'description',
    'introduction',
    'alternative',
    'country',
    'axis',
    'tick',
    'tickOfYear',
    'table',
    'caption',
    'captionOfSome',
    'issue',
    'events',
    'total',
    'data',
    'csv',
    'json',
  ),
  search: group(
    'menu',
    'heading',
    'description',
    'label',
    'country',
    'everyCountry',
    'button',
    'withoutScript',
    'loading',
    'failed',
    'none',
    'found',
    'more',
  ),
  lost: group('heading', 'text', 'home'),
  several: group(
    'title',
    'description',
    'series',
    'heading',
    'introduction',
    'search',
    'year',
    'jump',
    'newer',
    'older',
  ),
});

/** The validated words of a site. */
export type SiteWords = z.output<typeof siteWordsSchema>;
