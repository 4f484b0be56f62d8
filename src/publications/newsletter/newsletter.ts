import type { TemplateFolder } from '../../templates/template-folder.ts';
import type {
  IssueFacts,
  Photos,
  PhotoTools,
  Publication,
  TemplateCaches,
} from '../publication.ts';
import { checkTables } from '../shared/check-tables.ts';
import { newIssueTemplates } from '../shared/new-issue-language.ts';
import { preparePhotos } from '../shared/photos.ts';
import { loadProgrammeTemplate, type ProgrammeTemplate } from '../shared/programme-template.ts';
import { NEWSLETTER_CODES } from './codes.ts';
import { composeNewsletter } from './compose-newsletter.ts';
import type { ComposedNewsletter } from './composed-newsletter.ts';
import { columnWidth, maxPhotoSize } from './layout/article.ts';
import { buildDefinition } from './layout/build-definition.ts';
import { naming } from './naming.ts';
import { scaffold } from './plan-newsletter.ts';
import { reviewNewsletter } from './review-newsletter.ts';
import { listArticles, listPhotos, type Newsletter, newsletterSchema } from './schema.ts';
import { createSeriesEntry, type SeriesEntry } from './series.ts';
import { type Theme, themeSchema } from './theme.ts';
import { validateNewsletter } from './validate-newsletter.ts';
import { type Words, wordsSchema } from './words.ts';

/** The publication whose template has the programme files and the emblem. */
const PROGRAMME_TEMPLATE = 'press-release';

/** The validated content of templates/newsletter. */
export type Template = ProgrammeTemplate<Theme, Words>;

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
  checkWidths: (issue, { template, measure }) =>
    checkTables(
      listArticles(issue).map(({ article, path }) => ({
        text: article.body,
        blocks: template.readBody(article.body).blocks,
        path: [...path, 'body'],
      })),
      { ...template, width: columnWidth(template.theme), measure },
    ),
  review: (issue, document, { template, others, pictures, proofing }) =>
    reviewNewsletter(issue, document, {
      proofing,
      ...template,
      programme: template.programmes.byName.get(issue.programme),
      others,
      pictures,
    }),
  preparePhotos: prepareNewsletterPhotos,
  compose(issue, template, photos) {
    const programme = template.programmes.byName.get(issue.programme);
    if (!programme) throw new Error(`The newsletter was not validated: ${issue.programme}`);
    return composeNewsletter(issue, programme, template, photos);
  },
  layOut: (composed, { theme, drawings }) => buildDefinition(composed, { theme, drawings }),
  factsOf,
  isDraft: ({ draft = false }) => draft,
  index: { entryOf: createSeriesEntry },
  scaffold,
  site: {
    // Modules of the site are loaded only when a site is written.
    hasLanguage: async (folder, language) =>
      (await import('../shared/site/programme-pages.ts')).hasPageWords(folder, language),
    loadTemplate: async (folder, language) =>
      (await import('./site/newsletter-pages.ts')).loadNewsletterPages(
        folder,
        folder.openOther(PROGRAMME_TEMPLATE),
        language,
      ),
  },
};

function loadTemplate(folder: TemplateFolder, language: string, caches: TemplateCaches) {
  const files = {
    name: 'newsletter',
    themeSchema,
    wordsSchema,
    newIssue: newIssueTemplates(language),
    own: folder,
    programmes: folder.openOther(PROGRAMME_TEMPLATE),
  };
  return loadProgrammeTemplate<Theme, Words>(files, language, caches);
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
