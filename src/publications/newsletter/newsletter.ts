import { listExamples } from '../../templates/fill-pages.ts';
import { createPhraseRenderer } from '../../templates/phrases.ts';
import type { TemplateFolder } from '../../templates/template-folder.ts';
import { type BodyReader, createBodyReader } from '../../text/parse-rich-text.ts';
import { createTypesetter } from '../../text/typography.ts';
import type {
  IssueFacts,
  LoadedTemplate,
  Photos,
  PhotoTools,
  Publication,
  TemplateCaches,
} from '../publication.ts';
import { createBodyTypesetter } from '../shared/compose-texts.ts';
import { createSentenceSplitter, type SentenceSplitter } from '../shared/editorial/sentences.ts';
import { preparePhotos } from '../shared/photos.ts';
import {
  keepProgrammeNames,
  type Programmes,
  readLogos,
  readProgrammes,
} from '../shared/programmes.ts';
import { readDrawings, readFonts } from '../shared/template-files.ts';
import { NEWSLETTER_CODES } from './codes.ts';
import { type ComposeTools, composeNewsletter } from './compose-newsletter.ts';
import type { ComposedNewsletter } from './composed-newsletter.ts';
import { maxPhotoSize } from './layout/article.ts';
import { buildDefinition } from './layout/build-definition.ts';
import { naming } from './naming.ts';
import { newNewsletterTemplates, scaffold } from './plan-newsletter.ts';
import { reviewNewsletter } from './review-newsletter.ts';
import { listArticles, listPhotos, type Newsletter, newsletterSchema } from './schema.ts';
import { createSeriesEntry, type SeriesEntry } from './series.ts';
import { type Theme, themeSchema } from './theme.ts';
import { validateNewsletter } from './validate-newsletter.ts';
import { wordsSchema } from './words.ts';

/** The publication whose template has the programme files and the emblem. */
const PROGRAMME_TEMPLATE = 'press-release';

/** The validated content of templates/newsletter. */
export interface Template extends ComposeTools {
  readonly theme: Theme;
  readonly programmes: Programmes;
  readonly readBody: BodyReader;
  readonly splitSentences: SentenceSplitter;
  /** Example texts of a new newsletter, which editors must replace. */
  readonly examples: readonly string[];
  /** Drawings by file name, as SVG text. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** A quarterly newsletter of an aid programme. */
export const newsletter: Publication<Newsletter, Template, ComposedNewsletter, SeriesEntry> = {
  name: 'newsletter',
  naming,
  schema: newsletterSchema,
  codes: NEWSLETTER_CODES,
  fileName: (_, folder) => folder,
  languageOf: ({ language }) => language,
  loadTemplate,
  validate: (issue, document, { template, ...context }) =>
    validateNewsletter(issue, document, { ...template, ...context }),
  review: (issue, document, { template, others }) =>
    reviewNewsletter(issue, document, {
      ...template,
      programme: template.programmes.byName.get(issue.programme),
      others,
    }),
  preparePhotos: prepareNewsletterPhotos,
  compose(issue, template, photos) {
    const programme = template.programmes.byName.get(issue.programme);
    if (!programme) throw new Error(`The newsletter was not validated: ${issue.programme}`);
    return composeNewsletter(issue, programme, template, photos);
  },
  layOut: (composed, { theme, drawings }) => buildDefinition(composed, { theme, drawings }),
  factsOf,
  index: { entryOf: createSeriesEntry },
  scaffold,
};

/** Parsed bodies in the cache; a newsletter has about 10. */
const MAX_BODIES = 200;
/** Rendered phrases in the cache; a newsletter has about 30. */
const MAX_PHRASES = 500;
/** Paragraphs in the cache, split into sentences. */
const MAX_PARAGRAPHS = 100;

async function loadTemplate(
  folder: TemplateFolder,
  language: string,
  { buildCache, persistentCache }: TemplateCaches,
): Promise<LoadedTemplate<Template>> {
  const shared = folder.openOther(PROGRAMME_TEMPLATE);
  const [theme, words, programmes] = await Promise.all([
    folder.readYaml('theme.yaml', themeSchema, 'newsletter theme'),
    folder.readYaml(`words.${language}.yaml`, wordsSchema, 'newsletter words'),
    readProgrammes(shared, language),
  ]);
  const files = [theme, words, ...programmes.files];
  const problems = files.flatMap((file) => file.problems);
  const documents = files.map(({ document }) => document);
  if (!theme.value || !words.value) return { template: undefined, fonts: {}, problems, documents };
  const typeset = keepProgrammeNames(
    createTypesetter(language, theme.value.typography),
    programmes,
  );
  const readBody = createBodyReader(
    buildCache,
    await persistentCache.open('newsletter-bodies', MAX_BODIES),
  );
  const logos = await readLogos(programmes, shared);
  const template = {
    theme: theme.value,
    words: words.value,
    programmes,
    phrases: createPhraseRenderer(
      language,
      buildCache,
      await persistentCache.open(`newsletter-phrases-${language}`, MAX_PHRASES),
    ),
    typeset,
    readBody,
    typesetBody: createBodyTypesetter(readBody, typeset, buildCache),
    splitSentences: createSentenceSplitter(
      language,
      await persistentCache.open(`newsletter-sentences-${language}`, MAX_PARAGRAPHS),
    ),
    examples: listExamples(await folder.readFirst(newNewsletterTemplates(language))),
    drawings: await readDrawings([theme.value.closing.emblem.file], shared),
    logos: logos.byFile,
  };
  return {
    template,
    fonts: await readFonts(theme.value.fonts, folder),
    problems: [...problems, ...logos.problems],
    documents,
  };
}

function prepareNewsletterPhotos(
  issue: Newsletter,
  { template: { theme }, ...tools }: PhotoTools<Template>,
): Promise<Photos> {
  const photos = listArticles(issue).flatMap(listPhotos);
  const uses = photos.map(({ photo, path }) => ({
    file: photo.file,
    alt: photo.alt,
    path,
    maxSize: maxPhotoSize(photo.side, theme),
    fullSize: maxPhotoSize('full', theme),
  }));
  return preparePhotos(uses, { theme: theme.photo, ...tools });
}

/** Returns the facts that terminal, preview, review and build report show of a newsletter. */
function factsOf(composed: ComposedNewsletter): IssueFacts {
  const { language, date, document, programme, number, period, contents } = composed;
  const articles = [...composed.articles, ...composed.briefs];
  const lines = contents.lines.map(({ text, target }) => ({ title: text, place: target }));
  const titles = articles.map(({ id, title }) => ({ title, place: id }));
  return {
    language,
    date,
    title: document.title,
    summary: articles.length === 1 ? '1 article' : `${articles.length} articles`,
    // Without lines in the contents, the report has the titles.
    contents: (lines.length > 0 ? lines : titles).map(({ title, place }) => ({
      title: title.replaceAll('\u00a0', ' '),
      place,
    })),
    data: { programme, number, period },
  };
}
