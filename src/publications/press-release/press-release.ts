import { checkPhrases } from '../../templates/check-phrases.ts';
import { listExamples } from '../../templates/fill-pages.ts';
import { createPhraseRenderer } from '../../templates/phrases.ts';
import type { TemplateFolder } from '../../templates/template-folder.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { type BodyReader, createBodyReader } from '../../text/parse-rich-text.ts';
import { plainBlocks } from '../../text/rich-text.ts';
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
import { maxFigureSize } from '../shared/layout/figure.ts';
import { textBlock } from '../shared/layout/page.ts';
import { preparePhotos } from '../shared/photos.ts';
import {
  keepProgrammeNames,
  type Programmes,
  readLogos,
  readProgrammes,
} from '../shared/programmes.ts';
import { readDrawings, readFonts } from '../shared/template-files.ts';
import { PRESS_RELEASE_CODES } from './codes.ts';
import { type ComposeTools, composeRelease } from './compose-release.ts';
import type { ComposedRelease } from './composed-release.ts';
import { buildDefinition, HEADLINE_ID } from './layout/build-definition.ts';
import { naming } from './naming.ts';
import { newReleaseTemplates, scaffold } from './plan-release.ts';
import { reviewRelease } from './review-release.ts';
import { photoOf, type Release, releaseSchema } from './schema.ts';
import { type Theme, themeSchema } from './theme.ts';
import { validateRelease } from './validate-release.ts';
import { wordsSchema } from './words.ts';

/** The validated content of templates/press-release. */
export interface Template extends ComposeTools {
  readonly theme: Theme;
  readonly programmes: Programmes;
  readonly readBody: BodyReader;
  readonly splitSentences: SentenceSplitter;
  /** Example texts of a new release, which editors must replace. */
  readonly examples: readonly string[];
  /** Drawings by file name, as SVG text. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** A press release of an aid programme. */
export const pressRelease: Publication<Release, Template, ComposedRelease, never> = {
  name: 'press-release',
  naming,
  schema: releaseSchema,
  codes: PRESS_RELEASE_CODES,
  fileName: (_, folder) => folder,
  languageOf: (release) => release.language,
  loadTemplate,
  validate: (release, document, { template, ...context }) =>
    validateRelease(release, document, { ...template, ...context }),
  review: (release, document, { template }) =>
    reviewRelease(release, document, {
      ...template,
      programme: template.programmes.byName.get(release.programme),
    }),
  preparePhotos: prepareReleasePhotos,
  compose(release, template, photos) {
    const programme = template.programmes.byName.get(release.programme);
    if (!programme) throw new Error(`The release was not validated: ${release.programme}`);
    return composeRelease(release, programme, template, photos);
  },
  layOut: (composed, { theme, drawings }) => buildDefinition(composed, { theme, drawings }),
  factsOf,
  embargoOf: ({ embargo }) => embargo,
  scaffold,
  releaseNotes,
};

/** Parsed bodies in the cache; a release has one or two. */
const MAX_BODIES = 100;
/** Rendered phrases in the cache; a release has about 20. */
const MAX_PHRASES = 500;
/** Paragraphs in the cache, split into sentences. */
const MAX_PARAGRAPHS = 50;

async function loadTemplate(
  folder: TemplateFolder,
  language: string,
  { buildCache, persistentCache }: TemplateCaches,
): Promise<LoadedTemplate<Template>> {
  const [theme, words, programmes] = await Promise.all([
    folder.readYaml('theme.yaml', themeSchema, 'press-release-theme'),
    folder.readYaml(
      `words.${language}.yaml`,
      wordsSchema,
      `press-release-words-${language}`,
      (words) => checkPhrases(words, language),
    ),
    readProgrammes(folder, language),
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
    await persistentCache.open('press-release-bodies', MAX_BODIES),
  );
  const logos = await readLogos(programmes, folder);
  const template = {
    theme: theme.value,
    words: words.value,
    programmes,
    phrases: createPhraseRenderer(
      language,
      buildCache,
      await persistentCache.open(`press-release-phrases-${language}`, MAX_PHRASES),
    ),
    typeset,
    readBody,
    typesetBody: createBodyTypesetter(readBody, typeset, buildCache),
    splitSentences: createSentenceSplitter(
      language,
      await persistentCache.open(`press-release-sentences-${language}`, MAX_PARAGRAPHS),
    ),
    examples: listExamples(await folder.readFirst(newReleaseTemplates(language))),
    drawings: await readDrawings([theme.value.closing.emblem.file], folder),
    logos: logos.byFile,
  };
  return {
    template,
    fonts: await readFonts(theme.value.fonts, folder),
    problems: [...problems, ...logos.problems],
    documents,
  };
}

function prepareReleasePhotos(
  release: Release,
  { template: { theme }, ...tools }: PhotoTools<Template>,
): Promise<Photos> {
  const photo = photoOf(release);
  const { width } = textBlock(theme);
  const uses = photo
    ? [
        {
          file: photo.file,
          alt: photo.alt,
          path: ['photo'],
          maxSize: maxFigureSize(photo, theme.photo, width),
          fullSize: maxFigureSize({ side: 'full' }, theme.photo, width),
        },
      ]
    : [];
  return preparePhotos(uses, { theme: theme.photo, ...tools });
}

/** Returns the facts that terminal, preview, review and build report show of a release. */
function factsOf(composed: ComposedRelease): IssueFacts {
  const { language, date, headline, wordCount, programme, place, embargo } = composed;
  return {
    language,
    date,
    title: headline,
    summary: wordCount === 1 ? '1 word' : `${wordCount} words`,
    contents: [{ title: headline, place: HEADLINE_ID }],
    data: { programme, ...(place !== undefined && { place }), ...(embargo && { embargo }) },
  };
}

/** Returns the values of the release notes: headline, dateline, lead or first paragraph. */
function releaseNotes({ headline, dateline, lead, body }: ComposedRelease) {
  const [first = ''] = plainBlocks(body).split('\n');
  return {
    headline: escapeMarkdown(headline),
    dateline: escapeMarkdown(dateline ?? ''),
    summary: escapeMarkdown(lead ?? first),
  };
}
