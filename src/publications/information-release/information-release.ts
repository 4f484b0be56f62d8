import * as flags from 'country-flag-icons/string/3x2';
import type { ReadyPicture } from '../../images/read-photo.ts';
import type { Resources } from '../../pdf/definition.ts';
import { listExamples } from '../../templates/fill-pages.ts';
import { createPhraseRenderer, type PhraseRenderer } from '../../templates/phrases.ts';
import type { TemplateFolder } from '../../templates/template-folder.ts';
import { type BodyReader, createBodyReader } from '../../text/parse-rich-text.ts';
import { createTypesetter, type Typesetter } from '../../text/set-typography.ts';
import type { BuiltIssue, LoadedTemplate, Publication, TemplateCaches } from '../publication.ts';
import { preparePhotos } from '../shared/photos.ts';
import { type BodySetter, composeIssue, createBodySetter } from './compute-bulletin.ts';
import { createIndexEntry, type IndexEntry } from './editorial/issue-record.ts';
import { reviewIssue } from './editorial/review-issue.ts';
import { createSentenceSplitter, type SentenceSplitter } from './editorial/sentences.ts';
import { buildDefinition } from './layout/build-definition.ts';
import { sectionId } from './layout/front-matter.ts';
import { NEW_ISSUE_TEMPLATE, planIssue } from './plan-issue.ts';
import { type Issue, issueName, issueSchema } from './schema.ts';
import { type Theme, themeSchema } from './theme.ts';
import { validateIssue } from './validate-issue.ts';
import { viewIssue } from './view-issue.ts';
import { type Words, wordsSchema } from './words.ts';

/** What templates/information-release holds, checked and ready. */
export interface Template {
  readonly theme: Theme;
  readonly words: Words;
  readonly phrases: PhraseRenderer;
  readonly typeset: Typesetter;
  readonly readBody: BodyReader;
  readonly setBody: BodySetter;
  readonly splitSentences: SentenceSplitter;
  /** The texts of a new issue that an editor has to replace. */
  readonly examples: readonly string[];
  /** Drawings by file name, as SVG text. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** CARICC's fortnightly Information Release. */
export const informationRelease: Publication<Issue, Template, IndexEntry> = {
  name: 'information-release',
  schema: issueSchema,
  issueName,
  languageOf: (issue) => issue.language,
  loadTemplate,
  validate: (issue, document, { template: { readBody, examples }, ...context }) =>
    validateIssue(issue, document, { readBody, examples, ...context }),
  review: (issue, document, { template, others }) =>
    reviewIssue(issue, document, { ...template, others }),
  record: createIndexEntry,
  preparePhotos: (issue, { template, ...tools }) =>
    preparePhotos(issue, { theme: template.theme, ...tools }),
  planIssue,
  build,
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
    setBody: createBodySetter(readBody, typeset, buildCache),
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

function build(
  issue: Issue,
  template: Template,
  pictures: ReadonlyMap<string, ReadyPicture>,
): BuiltIssue {
  const composed = composeIssue(
    issue,
    template.words,
    template.phrases,
    template.typeset,
    template.setBody,
  );
  const { theme, drawings } = template;
  const { number, year, language, period, sections } = composed;
  return {
    definition: buildDefinition(composed, { theme, drawings, pictures, flagOf }),
    facts: {
      number,
      year,
      language,
      period,
      events: {
        total: composed.events,
        countries: sections.map(({ country, articles }) => ({ country, events: articles.length })),
      },
    },
    view: viewIssue(composed, issueName(issue), flagOf),
    contents: sections.map(({ country, title }) => ({ country, title, place: sectionId(country) })),
  };
}

function flagOf(country: string): string | undefined {
  return (flags as Readonly<Record<string, string>>)[country];
}
