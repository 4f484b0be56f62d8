import type { Resources } from '../../pdf/definition.ts';
import { listExamples } from '../../templates/fill-pages.ts';
import { createPhraseRenderer, type PhraseRenderer } from '../../templates/phrases.ts';
import type { TemplateFolder } from '../../templates/template-folder.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { type BodyReader, createBodyReader } from '../../text/parse-rich-text.ts';
import { plainText } from '../../text/rich-text.ts';
import { createTypesetter, type Typesetter } from '../../text/typography.ts';
import type {
  IssueFacts,
  LoadedTemplate,
  Photos,
  PhotoTools,
  Publication,
  TemplateCaches,
} from '../publication.ts';
import { type PhotoUse, preparePhotos } from '../shared/photos.ts';
import { CODES } from './codes.ts';
import { type BodyTypesetter, composeIssue, createBodyTypesetter } from './compose-issue.ts';
import type { ComposedIssue } from './composed-issue.ts';
import { createIndexEntry, type IndexEntry } from './editorial/index-entry.ts';
import { reviewIssue } from './editorial/review-issue.ts';
import { createSentenceSplitter, type SentenceSplitter } from './editorial/sentences.ts';
import { buildDefinition } from './layout/build-definition.ts';
import { maxFigureSize } from './layout/layout-context.ts';
import { naming } from './naming.ts';
import { NEW_ISSUE_TEMPLATE, scaffold } from './plan-issue.ts';
import { type Issue, issueName, issueSchema, listArticles, photoOf } from './schema.ts';
import { type Theme, themeSchema } from './theme.ts';
import { validateIssue } from './validate-issue.ts';
import { type Words, wordsSchema } from './words.ts';

/** What templates/information-release holds, checked and ready. */
export interface Template {
  readonly theme: Theme;
  readonly words: Words;
  readonly phrases: PhraseRenderer;
  readonly typeset: Typesetter;
  readonly readBody: BodyReader;
  readonly typesetBody: BodyTypesetter;
  readonly splitSentences: SentenceSplitter;
  /** The texts of a new issue that an editor has to replace. */
  readonly examples: readonly string[];
  /** Drawings by file name, as SVG text. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** CARICC's fortnightly Information Release. */
export const informationRelease: Publication<Issue, Template, ComposedIssue, IndexEntry> = {
  name: 'information-release',
  naming,
  schema: issueSchema,
  codes: CODES,
  fileName: (issue) => `information-release-${issueName(issue)}`,
  languageOf: (issue) => issue.language,
  loadTemplate,
  validate: (issue, document, { template: { readBody, examples }, ...context }) =>
    validateIssue(issue, document, { readBody, examples, ...context }),
  review: (issue, document, { template, others }) =>
    reviewIssue(issue, document, { ...template, others }),
  preparePhotos: prepareIssuePhotos,
  compose: composeIssue,
  layOut: (composed, { theme, drawings }) => buildDefinition(composed, { theme, drawings }),
  factsOf,
  index: { entryOf: createIndexEntry },
  scaffold,
  site: {
    // What only the site needs is loaded by it.
    loadTemplate: async (folder, language) =>
      (await import('./site/compose-files.ts')).loadSiteTemplate(folder, language),
  },
  releaseNotes,
};

/** Bodies with marks in them that are kept read; an issue of thirty articles has about ten. */
const MOST_BODIES = 100;
/** Filled sentences that are kept; an issue has about a hundred. */
const MOST_SENTENCES = 1_000;
/** Paragraphs that are kept split into sentences: those that are like others, of some issues. */
const MOST_PARAGRAPHS = 200;

async function loadTemplate(
  folder: TemplateFolder,
  language: string,
  { buildCache, persistentCache }: TemplateCaches,
): Promise<LoadedTemplate<Template>> {
  const [theme, words] = await Promise.all([
    folder.readYaml('theme.yaml', themeSchema, 'theme'),
    folder.readYaml(`words.${language}.yaml`, wordsSchema, 'words'),
  ]);
  const problems = [...theme.problems, ...words.problems];
  const documents = [theme.document, words.document];
  if (!theme.value || !words.value) return { template: undefined, fonts: {}, problems, documents };
  const typeset = createTypesetter(language, theme.value.typography);
  const readBody = createBodyReader(buildCache, await persistentCache.open('bodies', MOST_BODIES));
  const template = {
    theme: theme.value,
    words: words.value,
    phrases: createPhraseRenderer(
      language,
      buildCache,
      await persistentCache.open(`said-${language}`, MOST_SENTENCES),
    ),
    typeset,
    readBody,
    typesetBody: createBodyTypesetter(readBody, typeset, buildCache),
    splitSentences: createSentenceSplitter(
      language,
      await persistentCache.open(`sentences-${language}`, MOST_PARAGRAPHS),
    ),
    examples: listExamples(await folder.readText(NEW_ISSUE_TEMPLATE)),
    drawings: await readDrawings(theme.value, folder),
  };
  return { template, fonts: await readFonts(theme.value, folder), problems, documents };
}

async function readDrawings({ cover, masthead, backCover }: Theme, folder: TemplateFolder) {
  const covers = [cover, backCover].flatMap(({ background, emblem }) => [background, emblem.file]);
  const files = [...covers, masthead.emblem.file];
  const unique = [...new Set(files)];
  const drawings = await Promise.all(unique.map((file) => folder.readDrawing(file)));
  return new Map(unique.map((file, index) => [file, drawings[index] ?? '']));
}

async function readFonts({ fonts }: Theme, folder: TemplateFolder): Promise<Resources['fonts']> {
  const families = Object.entries(fonts).map(async ([family, files]) => {
    const [normal, bold, italics, bolditalics] = await Promise.all([
      folder.readPackageFile(files.normal),
      folder.readPackageFile(files.bold),
      folder.readPackageFile(files.italics),
      folder.readPackageFile(files.bolditalics),
    ]);
    return [family, { normal, bold, italics, bolditalics }] as const;
  });
  return Object.fromEntries(await Promise.all(families));
}

function prepareIssuePhotos(
  issue: Issue,
  { template: { theme }, ...tools }: PhotoTools<Template>,
): Promise<Photos> {
  return preparePhotos(listPhotos(issue, theme), { theme: theme.photo, ...tools });
}

/** The photos of an issue in the order of its file, each with its greatest printed sizes. */
export function listPhotos(issue: Issue, theme: Theme): PhotoUse[] {
  return listArticles(issue).flatMap(({ article, path }) => {
    const photo = photoOf(article);
    if (!photo) return [];
    const fullSize = maxFigureSize({ side: 'full' }, theme);
    return [
      {
        file: photo.file,
        alt: photo.alt,
        path: [...path, 'photo'],
        maxSize: maxFigureSize(photo, theme),
        fullSize,
      },
    ];
  });
}

/** What the terminal, the preview, the review and the build report say of an issue. */
function factsOf(composed: ComposedIssue): IssueFacts {
  const { number, year, language, period, events, sections } = composed;
  return {
    language,
    date: period.to,
    title: composed.document.title,
    summary: events === 1 ? '1 event' : `${events} events`,
    contents: sections.map(({ id, country, title }) => ({ title, place: id, data: { country } })),
    data: {
      number,
      year,
      period,
      events: {
        total: events,
        countries: sections.map(({ country, articles }) => ({ country, events: articles.length })),
      },
    },
  };
}

/** What the notes of a release say: period, counts, titles by country. */
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
