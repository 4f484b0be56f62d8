import { z } from 'zod';
import {
  type ShownBlock,
  showBlocks,
  showMegabytes,
  showSpans,
  textOfBlocks,
} from '../../../site/show-text.ts';
import type {
  LoadedSiteTemplate,
  SectionIssue,
  SectionTemplate,
  SiteIssue,
} from '../../../site/site-pages.ts';
import type { TemplateFolder } from '../../../templates/template-folder.ts';
import {
  listLogos,
  type ProgrammePages,
  readProgrammePages,
  showClosing,
  showLine,
} from '../../shared/site/programme-pages.ts';
import { showPhoto } from '../../shared/site/show-photo.ts';
import type { BodyPart, ComposedArticle, ComposedNewsletter } from '../composed-newsletter.ts';
import { daysOf } from '../quarter.ts';
import { spreadPhotos } from '../spread-photos.ts';

/** Schema of templates/newsletter/site/words.*.yaml: the words of the pages in one language. */
const wordsSchema = z.strictObject({
  heading: z.string(),
  kind: z.string(),
  label: z.string(),
  days: z.string(),
  pdf: z.string(),
  cover: z.string(),
  otherLanguage: z.string(),
});
type Pages = ProgrammePages<z.output<typeof wordsSchema>>;

type PublishedNewsletter = SiteIssue<ComposedNewsletter>;

/**
 * Loads templates/newsletter/site.
 * @param programmes the folder that has the programme files
 */
export function loadNewsletterPages(
  folder: TemplateFolder,
  programmes: TemplateFolder,
  language: string,
): Promise<LoadedSiteTemplate<SectionTemplate<ComposedNewsletter>>> {
  const partials = ['newsletter-article'];
  const files = { name: 'newsletter', wordsSchema, partials, own: folder, programmes };
  return readProgrammePages(files, language, createTemplate);
}

function createTemplate(pages: Pages): SectionTemplate<ComposedNewsletter> {
  const { language, words, templates, styles, assets } = pages;
  return {
    language,
    photosOf(composed) {
      const photos = listArticles(composed).flatMap((article) => article.photos);
      return [...new Set(photos.map(({ photo }) => photo.image))];
    },
    composeSection: (newsletters) => ({
      name: 'newsletter',
      language,
      heading: words.heading,
      kind: words.kind,
      showsCovers: true,
      issues: newestFirst(newsletters).map((newsletter) => showNewsletter(newsletter, pages)),
      templates,
      styles,
      assets: [...assets, ...newsletters.flatMap(({ composed }) => listLogos(composed.closing))],
    }),
  };
}

function listArticles({ articles, briefs }: ComposedNewsletter): ComposedArticle[] {
  return [...articles, ...briefs];
}

/** Sorts newsletters by quarter; those of one quarter by number. */
function newestFirst(newsletters: readonly PublishedNewsletter[]): PublishedNewsletter[] {
  return [...newsletters].sort(({ composed: a }, { composed: b }) =>
    a.date === b.date ? b.number - a.number : a.date < b.date ? 1 : -1,
  );
}

function showNewsletter(newsletter: PublishedNewsletter, pages: Pages): SectionIssue {
  const { composed, ...file } = newsletter;
  const { words, phrases, language } = pages;
  const { number, period, date, document, brand, contents } = composed;
  const values = { name: brand.name, title: document.title, number, ...daysOf(period) };
  const render = (phrase: string, more = {}) => phrases.renderText(phrase, { ...values, ...more });
  const articles = listArticles(composed);
  const titles = articles.map(({ id, title }) => ({ id, title }));
  const lines = contents.lines.map(({ text, target }) => ({ id: target, title: text }));
  const size = showMegabytes(file.bytes, language);
  return {
    file,
    title: document.title,
    description: document.subject,
    day: date,
    days: render(words.days),
    label: render(words.label),
    pdf: render(words.pdf, { pages: file.pages, size }),
    coverAlt: render(words.cover),
    contents: { heading: contents.heading, articles: titles },
    searched: articles.map((article) => ({
      id: article.id,
      title: article.title,
      text: textOf(article),
    })),
    page: {
      template: pages.page,
      subheadingLevel: 3,
      values: {
        programme: brand.programme,
        period: brand.period,
        otherLanguage: words.otherLanguage,
        contentsHeading: contents.heading,
        contents: lines.length > 0 ? lines : titles,
        articles: composed.articles.map((article) => showArticle(file, article, false)),
        briefs: composed.briefs.map((article) => showArticle(file, article, true)),
        ...showStatements(composed),
        contact: showLine(composed.contact),
        closing: showClosing(composed.closing, pages),
      },
    },
  };
}

/** Returns the words of an article for the search. */
function textOf({ body, photos }: ComposedArticle): string {
  const blocks = body.flatMap((part) => {
    if (part.kind === 'text') return [part.block];
    return part.isRepeated ? [] : part.quote.blocks;
  });
  const captions = photos.flatMap(({ photo }) => [photo.caption, photo.credit]);
  return [textOfBlocks(blocks), ...captions].filter(Boolean).join(' ');
}

function showArticle(
  file: Pick<PublishedNewsletter, 'name' | 'photos'>,
  { id, title, photos, body }: ComposedArticle,
  isBrief: boolean,
) {
  // A photo across the columns stands above the text in print, too.
  const first = isBrief ? undefined : photos.find(({ photo }) => photo.side === 'full');
  const others = photos.filter((photo) => photo !== first);
  const inText = others.map(({ photo }, index) => ({
    ...showPhoto(file, photo),
    side: photo.side === 'full' ? 'full' : index % 2 === 0 ? 'right' : 'left',
  }));
  return {
    id,
    title,
    isBrief,
    parts: [
      ...(first ? [{ ...EMPTY_PART, photo: showPhoto(file, first.photo) }] : []),
      ...spreadPhotos<ArticlePart>(
        body.map(showPart),
        inText.map((photo) => ({ ...EMPTY_PART, photo })),
      ),
    ],
  };
}

/** A part of an article for the page template: a photo, running text, or a pull quote. */
interface ArticlePart {
  readonly photo: ReturnType<typeof showPhoto> | undefined;
  readonly blocks: readonly ShownBlock[];
  readonly pullQuote: boolean;
  readonly isRepeated: boolean;
}

const EMPTY_PART: ArticlePart = {
  photo: undefined,
  blocks: [],
  pullQuote: false,
  isRepeated: false,
};

function showPart(part: BodyPart): ArticlePart {
  return part.kind === 'text'
    ? { ...EMPTY_PART, blocks: showBlocks([part.block]) }
    : {
        ...EMPTY_PART,
        blocks: showBlocks(part.quote.blocks),
        pullQuote: true,
        isRepeated: part.isRepeated,
      };
}

function showStatements({ vision, website, mission }: ComposedNewsletter) {
  return {
    vision: vision && { heading: vision.heading, blocks: showBlocks(vision.content.content) },
    website: website && showSpans([website.content]),
    mission: mission && {
      heading: mission.heading,
      items: mission.content.map(({ content }) => showSpans(content)),
    },
  };
}
