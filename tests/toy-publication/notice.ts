// A minimal publication: a title, a date and a text, with a page on the site and without the other optional
// parts (photos, index, release notes). The test copies it into the program's sources.
import { z } from 'zod';
import type { DocumentDefinition } from '../../pdf/definition.ts';
import { showBlocks, textOfBlocks } from '../../site/show-text.ts';
import type { SectionIssue, SectionTemplate, SiteIssue } from '../../site/site-pages.ts';
import { parseRichText } from '../../text/parse-rich-text.ts';
import type { Block } from '../../text/rich-text.ts';
import type { LoadedTemplate, Publication } from '../publication.ts';
import { checkCharacters, TEXT_CODES } from '../shared/check-texts.ts';
import { type BodyStyles, body as buildBody } from '../shared/layout/body.ts';
import { body, day, language, publicationKey, text } from '../shared/schema-pieces.ts';

const schema = z.strictObject({
  publication: publicationKey('notice'),
  date: day(),
  language: language('en'),
  title: text(),
  body: body(),
});
type Notice = z.infer<typeof schema>;

const themeSchema = z.strictObject({ margin: z.number(), font: z.string() });
interface Template {
  readonly theme: z.infer<typeof themeSchema>;
}

interface ComposedNotice extends Pick<Notice, 'date' | 'title'> {
  readonly blocks: readonly Block[];
}

const NAME = /^notice-(\d{4}-\d{2}-\d{2})$/;
const FONT = '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf';

/** A publication of short notices. */
export const notice: Publication<Notice, Template, ComposedNotice, never> = {
  name: 'notice',
  naming: {
    form: 'notice-YEAR-MONTH-DAY',
    isName: (name) => NAME.test(name),
    compare: (a, b) => (a < b ? -1 : 1),
    keyOf: (name) => name,
    correct: () => undefined,
  },
  schema,
  codes: TEXT_CODES,
  fileName: (_, folder) => folder,
  languageOf: (issue) => issue.language,
  async loadTemplate(folder): Promise<LoadedTemplate<Template>> {
    const { value, problems, document } = await folder.readYaml('theme.yaml', themeSchema);
    const font = await folder.readPackageFile(FONT);
    const fonts = { Text: { normal: font, bold: font, italics: font, bolditalics: font } };
    return { template: value && { theme: value }, fonts, problems, documents: [document] };
  },
  validate: (issue, _, { findMissing }) =>
    checkCharacters([{ text: issue.title, path: ['title'] }], findMissing),
  review: () => [],
  preparePhotos: async () => ({ photoAt: () => undefined, pictures: new Map(), findings: [] }),
  compose: ({ date, title, body: written }) => ({
    date,
    title,
    blocks: parseRichText(written).blocks,
  }),
  layOut: buildDefinition,
  factsOf: ({ date, title, blocks }) => ({
    language: 'en',
    date,
    title,
    summary: `${blocks.length} paragraphs`,
    contents: [{ title, place: 'title' }],
    data: {},
  }),
  scaffold: {
    options: [{ flags: '--date <day>', description: 'day of the notice' }],
    examples: ['--publication notice --date 2025-03-01'],
    plan: ({ date }) =>
      date === undefined
        ? { reasons: ['Give the day, such as --date 2025-03-01.'] }
        : { name: `notice-${date}`, templates: ['new-issue.yaml.hbs'], values: { date } },
    nextSteps: [['Write the text.']],
  },
  site: {
    hasLanguage: async (_, code) => code === 'en',
    async loadTemplate(folder) {
      const page = await folder.readText('site/notice.hbs');
      return { template: createSiteTemplate(page), problems: [], documents: [] };
    },
  },
};

function createSiteTemplate(page: string): SectionTemplate<ComposedNotice> {
  return {
    language: 'en',
    photosOf: () => [],
    composeSection: (notices) => ({
      name: 'notice',
      language: 'en',
      heading: 'Notices',
      kind: 'Notice',
      showsCovers: false,
      issues: notices.map(showNotice),
      templates: { notice: page },
      styles: [],
      assets: [],
    }),
  };
}

function showNotice({ composed, ...file }: SiteIssue<ComposedNotice>): SectionIssue {
  const { date, title, blocks } = composed;
  return {
    file,
    title,
    description: title,
    day: date,
    days: date,
    label: 'Notice',
    pdf: 'PDF',
    coverAlt: title,
    contents: { heading: '', articles: [] },
    searched: [{ id: undefined, title, text: textOfBlocks(blocks) }],
    page: { template: 'notice', values: { body: showBlocks(blocks) }, subheadingLevel: 2 },
  };
}

function buildDefinition(
  { date, title, blocks }: ComposedNotice,
  { theme: { margin, font } }: Template,
): DocumentDefinition {
  const styles: BodyStyles = {
    text: 'text',
    link: 'text',
    listItem: 'text',
    quote: 'text',
    subheading: 'text',
    tableHead: 'text',
    tableCell: 'text',
    subheadingTag: 'H2',
    listIndent: 20,
    quoteIndent: 20,
    levels: 2,
    table: {
      above: 6,
      below: 6,
      columnGap: 10,
      rowPadding: 2,
      rule: { color: 'black', width: 0.4 },
      headRule: { color: 'black', width: 0.8 },
    },
    colors: { black: '#000000' },
  };
  return {
    language: 'en',
    info: { title, author: '', subject: title, keywords: '' },
    date: new Date(`${date}T00:00:00Z`),
    pageSize: { width: 300, height: 400 },
    pageMargins: { top: margin, right: margin, bottom: margin, left: margin },
    defaultStyle: { font, fontSize: 12 },
    styles: { text: {}, folio: {} },
    numbering: { unnumberedPages: 0, unnumberedAtEnd: 0 },
    folio: { style: 'folio', fromEdge: 20 },
    underline: { below: 0.1, width: 0.05 },
    viewAbove: 20,
    content: [
      { text: title, id: 'title', tag: 'H1', bookmark: { level: 1, title } },
      ...buildBody(blocks, styles, ['body']),
    ],
  };
}
