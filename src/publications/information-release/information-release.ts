import { locateFindings } from '../../source/finding.ts';
import { checkPhrases } from '../../templates/check-phrases.ts';
import { listExamples } from '../../templates/fill-pages.ts';
import { createPhraseRenderer, type PhraseRenderer } from '../../templates/phrases.ts';
import type { TemplateFolder } from '../../templates/template-folder.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { type BodyReader, createBodyReader } from '../../text/parse-rich-text.ts';
import { type AddressPrinter, createAddressPrinter } from '../../text/readable-address.ts';
import { plainText } from '../../text/rich-text.ts';
import { createTypesetter, type Typesetter, typesetLine } from '../../text/typography.ts';
import type { EditionFormat } from '../edition-format.ts';
import type {
  IssueFacts,
  LoadedTemplate,
  Photos,
  PhotoTools,
  Publication,
  TemplateCaches,
} from '../publication.ts';
import { checkTables } from '../shared/check-tables.ts';
import { type BodyTypesetter, createBodyTypesetter } from '../shared/compose-texts.ts';
import { createSentenceSplitter, type SentenceSplitter } from '../shared/editorial/sentences.ts';
import { maxFigureSize } from '../shared/layout/figure.ts';
import { textBlock } from '../shared/layout/page.ts';
import { newIssueTemplates } from '../shared/new-issue-language.ts';
import { type PhotoUse, preparePhotos } from '../shared/photos.ts';
import { readDrawings, readFonts } from '../shared/template-files.ts';
import { INFORMATION_RELEASE_CODES } from './codes.ts';
import { composeIssue } from './compose-issue.ts';
import type { ComposedIssue, ComposedSection } from './composed-issue.ts';
import { type CountryLookup, countryNamesSchema, countryOf, lookUpIn } from './countries.ts';
import { compareEditions } from './editions/compare-editions.ts';
import { type Edition, editionSchema } from './editions/edition-schema.ts';
import { mergeEdition } from './editions/merge-edition.ts';
import { updateEdition } from './editions/update-edition.ts';
import { createIndexEntry, type IndexEntry } from './editorial/index-entry.ts';
import { reviewIssue } from './editorial/review-issue.ts';
import { type Sites, sitesSchema } from './editorial/source-countries.ts';
import { buildDefinition } from './layout/build-definition.ts';
import { fitCover } from './layout/fit-cover.ts';
import { naming } from './naming.ts';
import { scaffold } from './plan-issue.ts';
import { type Issue, issueName, issueSchema, listArticles, photosOf } from './schema.ts';
import { type Theme, themeSchema } from './theme.ts';
import { validateIssue } from './validate-issue.ts';
import { type Words, wordsSchema } from './words.ts';

/** The validated content of templates/information-release. */
export interface Template {
  readonly theme: Theme;
  readonly words: Words;
  readonly sites: Sites;
  readonly phrases: PhraseRenderer;
  readonly countryOf: CountryLookup;
  readonly typeset: Typesetter;
  readonly printAddress: AddressPrinter;
  readonly readBody: BodyReader;
  readonly typesetBody: BodyTypesetter;
  readonly splitSentences: SentenceSplitter;
  /** Example texts of a new issue, which editors must replace. */
  readonly examples: readonly string[];
  /** Drawings by file name, as SVG text. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** CARICC's fortnightly Information Release. */
export const informationRelease: Publication<Issue, Template, ComposedIssue, IndexEntry> = {
  name: 'information-release',
  naming,
  schema: issueSchema,
  codes: INFORMATION_RELEASE_CODES,
  fileName: (issue) => `information-release-${issueName(issue)}`,
  languageOf: (issue) => issue.language,
  loadTemplate,
  validate: (issue, document, { template, ...context }) =>
    validateIssue(issue, document, { ...template, ...context }),
  checkWidths: (issue, { template, measure }) =>
    checkTables(
      listArticles(issue).map(({ article, path }) => ({
        text: article.body,
        blocks: template.readBody(article.body).blocks,
        path: [...path, 'body'],
      })),
      { ...template, width: textBlock(template.theme).width, measure },
    ),
  review: (issue, document, { template, others, pictures, proofing }) =>
    reviewIssue(issue, document, { ...template, others, pictures, proofing }),
  preparePhotos: prepareIssuePhotos,
  compose: composeIssue,
  layOut: (composed, { theme, drawings }) => buildDefinition(composed, { theme, drawings }),
  factsOf,
  isDraft: ({ draft = false }) => draft,
  editions: {
    schema: editionSchema,
    translates: ({ translates }) => translates,
    merge: mergeEdition,
    compare: compareEditions,
    update: updateEdition,
  } satisfies EditionFormat<Issue, Edition> as EditionFormat<Issue, unknown>,
  index: { entryOf: createIndexEntry },
  scaffold,
  siteFrame: {
    // Modules of the site are loaded only when a site is written.
    hasLanguage: async (folder, language) =>
      (await import('./site/compose-files.ts')).hasSiteLanguage(folder, language),
    loadTemplate: async (folder, language) =>
      (await import('./site/compose-files.ts')).loadSiteTemplate(folder, language),
  },
  releaseNotes,
};

/** Parsed bodies in the cache. Only bodies with markup are cached; an issue of 30 articles has about 10. */
const MAX_BODIES = 100;
/** Rendered phrases in the cache. An issue has about 100. */
const MAX_PHRASES = 1_000;
/** Paragraphs in the cache, split into sentences. Only paragraphs that resemble others are split. */
const MAX_PARAGRAPHS = 200;

async function loadTemplate(
  folder: TemplateFolder,
  language: string,
  { buildCache, persistentCache, measureLines, findMissingIn }: TemplateCaches,
): Promise<LoadedTemplate<Template>> {
  const [theme, words, countries, sites] = await Promise.all([
    folder.readYaml('theme.yaml', themeSchema, 'theme'),
    folder.readYaml(`words.${language}.yaml`, wordsSchema, `words-${language}`, (checked) =>
      checkPhrases(checked, language),
    ),
    readCountries(folder, language),
    folder.readYaml('sites.yaml', sitesSchema, 'sites'),
  ]);
  const files = [theme, words, countries, sites];
  const problems = files.flatMap((file) => file.problems);
  const documents = files.flatMap(({ document }) => document ?? []);
  if (!theme.value || !words.value || !countries.value || !sites.value) {
    return { template: undefined, fonts: {}, problems, documents };
  }
  const fonts = await readFonts(theme.value.fonts, folder);
  const findMissing = await findMissingIn(fonts);
  const printAddress = createAddressPrinter((text) => findMissing(text).length === 0);
  const typeset = createTypesetter(language, theme.value.typography, printAddress);
  const readBody = createBodyReader(buildCache, await persistentCache.open('bodies', MAX_BODIES));
  const phrases = createPhraseRenderer(
    language,
    buildCache,
    await persistentCache.open(`phrases-${language}`, MAX_PHRASES),
  );
  const cover = await fitCover(words.value, theme.value, {
    render: (template, values) => typesetLine(phrases.renderText(template, values), typeset),
    measure: (lines) => measureLines(`cover-${language}`, lines, fonts),
  });
  const misfits = locateFindings(cover.findings, words.document, { isValidAt: () => true });
  const template = {
    theme: cover.theme,
    words: words.value,
    sites: sites.value,
    phrases,
    countryOf: countries.value((name) => typesetLine(name, typeset)),
    typeset,
    printAddress,
    readBody,
    typesetBody: createBodyTypesetter(readBody, typeset, buildCache),
    splitSentences: createSentenceSplitter(
      language,
      await persistentCache.open(`sentences-${language}`, MAX_PARAGRAPHS),
    ),
    examples: listExamples(await folder.readFirst(newIssueTemplates(language))),
    drawings: await readDrawings(listDrawings(theme.value), folder),
  };
  return { template, fonts, problems: [...problems, ...misfits], documents };
}

/** The language whose names of countries are those of the package world-countries. */
const LANGUAGE_OF_PACKAGE = 'en';

/** Reads the names of countries in a language: a function of how names are typeset. */
async function readCountries(folder: TemplateFolder, language: string) {
  if (language === LANGUAGE_OF_PACKAGE) {
    return { value: () => countryOf, problems: [], document: undefined };
  }
  const name = `countries.${language}.yaml`;
  const { value, ...file } = await folder.readYaml(name, countryNamesSchema, 'countries');
  return {
    ...file,
    value: value && ((typeset: (name: string) => string) => lookUpIn(value, typeset)),
  };
}

function listDrawings({ cover, masthead, backCover }: Theme): string[] {
  const covers = [cover, backCover].flatMap(({ background, emblem }) => [background, emblem.file]);
  return [...covers, masthead.emblem.file];
}

function prepareIssuePhotos(
  issue: Issue,
  { template: { theme }, ...tools }: PhotoTools<Template>,
): Promise<Photos> {
  return preparePhotos(listPhotos(issue, theme), { theme: theme.photo, ...tools });
}

/** Returns the photos of an issue in the order of its file, with their maximum printed sizes. */
export function listPhotos(issue: Issue, theme: Theme): PhotoUse[] {
  const { width } = textBlock(theme);
  const fullSize = maxFigureSize({ side: 'full' }, theme.photo, width);
  return listArticles(issue).flatMap(({ article, path }) =>
    photosOf(article, path).map(({ value: photo, path: own }, index) => ({
      file: photo.file,
      alt: photo.alt,
      path: own,
      maxSize:
        index === 0 || photo.side === 'full'
          ? maxFigureSize(photo, theme.photo, width)
          : { width, maxHeight: theme.photo.rows.maxHeight },
      fullSize,
      keepsResolution: index > 0,
    })),
  );
}

/** Returns the facts that terminal, preview, review and build report show of an issue. */
function factsOf(composed: ComposedIssue): IssueFacts {
  const { number, year, language, period, events, sections } = composed;
  return {
    language,
    date: period.to,
    title: composed.document.title,
    summary: events === 1 ? '1 event' : `${events} events`,
    contents: sections.map((section) => ({
      title: section.title,
      place: section.id,
      data: nameInReport(section),
    })),
    data: {
      number,
      year,
      period,
      events: {
        total: events,
        countries: sections.map((section) => ({
          ...nameInReport(section),
          events: section.articles.length,
        })),
      },
    },
  };
}

/** Returns the key that names a section in the build report. */
function nameInReport({ country, shortName }: ComposedSection) {
  return country === undefined ? { heading: shortName } : { country };
}

/** Returns the values of the release notes: period, counts, titles by country. */
function releaseNotes({ document, introduction: [summary = []], sections }: ComposedIssue) {
  return {
    subject: escapeMarkdown(document.subject),
    summary: escapeMarkdown(plainText(summary)),
    sections: sections.map(({ shortName, articles }) => ({
      name: escapeMarkdown(shortName),
      events: articles.length,
      titles: articles.map(({ title }) => escapeMarkdown(title)),
    })),
  };
}
