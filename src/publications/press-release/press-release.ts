import type { TemplateFolder } from '../../templates/template-folder.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { plainBlocks } from '../../text/rich-text.ts';
import type {
  IssueFacts,
  Photos,
  PhotoTools,
  Publication,
  TemplateCaches,
} from '../publication.ts';
import { checkTables } from '../shared/check-tables.ts';
import { maxFigureSize } from '../shared/layout/figure.ts';
import { textBlock } from '../shared/layout/page.ts';
import { newIssueTemplates } from '../shared/new-issue-language.ts';
import { preparePhotos } from '../shared/photos.ts';
import { loadProgrammeTemplate, type ProgrammeTemplate } from '../shared/programme-template.ts';
import { PRESS_RELEASE_CODES } from './codes.ts';
import { composeRelease } from './compose-release.ts';
import type { ComposedRelease } from './composed-release.ts';
import { buildDefinition, HEADLINE_ID } from './layout/build-definition.ts';
import { naming } from './naming.ts';
import { scaffold } from './plan-release.ts';
import { reviewRelease } from './review-release.ts';
import { photoOf, type Release, releaseSchema } from './schema.ts';
import { type Theme, themeSchema } from './theme.ts';
import { validateRelease } from './validate-release.ts';
import { type Words, wordsSchema } from './words.ts';

/** The validated content of templates/press-release. */
export type Template = ProgrammeTemplate<Theme, Words>;

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
  checkWidths: ({ body, about }, { template, measure }) =>
    checkTables(
      [
        { text: body, path: ['body'] },
        ...(typeof about === 'string' ? [{ text: about, path: ['about'] }] : []),
      ].map((one) => ({ ...one, blocks: template.readBody(one.text).blocks })),
      { ...template, width: textBlock(template.theme).width, measure },
    ),
  review: (release, document, { template, pictures, proofing }) =>
    reviewRelease(release, document, {
      proofing,
      ...template,
      programme: template.programmes.byName.get(release.programme),
      pictures,
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
  isDraft: ({ draft = false }) => draft,
  scaffold,
  site: {
    // Modules of the site are loaded only when a site is written.
    hasLanguage: async (folder, language) =>
      (await import('../shared/site/programme-pages.ts')).hasPageWords(folder, language),
    loadTemplate: async (folder, language) =>
      (await import('./site/release-pages.ts')).loadReleasePages(folder, language),
  },
  releaseNotes,
};

function loadTemplate(folder: TemplateFolder, language: string, caches: TemplateCaches) {
  const files = {
    name: 'press-release',
    themeSchema,
    wordsSchema,
    newIssue: newIssueTemplates(language),
    own: folder,
    programmes: folder,
  };
  return loadProgrammeTemplate<Theme, Words>(files, language, caches);
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
  const [first = ''] = plainBlocks(body.filter(({ kind }) => kind === 'paragraph')).split('\n');
  return {
    headline: escapeMarkdown(headline),
    dateline: escapeMarkdown(dateline ?? ''),
    summary: escapeMarkdown(lead ?? first),
  };
}
