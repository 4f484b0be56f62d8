import type {
  ComposedArticle,
  ComposedIssue,
} from '../../src/publications/information-release/composed-issue.ts';
import { createSiteTemplate } from '../../src/publications/information-release/site/compose-files.ts';
import {
  createSite,
  type Site,
} from '../../src/publications/information-release/site/page-frame.ts';
import {
  type PageTools,
  readPageTools,
} from '../../src/publications/information-release/site/page-tools.ts';
import {
  newestFirst,
  type PublishedIssue,
} from '../../src/publications/information-release/site/site-issue.ts';
import type { SiteSection, SiteSettings } from '../../src/site/site-pages.ts';
import { openTemplateFolder } from '../../src/templates/template-folder.ts';
import { parseRichText } from '../../src/text/parse-rich-text.ts';
import { createMemoryHost } from './memory-host.ts';
import { root } from './project-root.ts';

/** An article for a sample site. Its body is in the format of an issue. */
export type SampleSiteArticle = Partial<Omit<ComposedArticle, 'body'>> & {
  readonly body?: string;
};

/** Creates an issue of a site with the given articles by country. */
export function sampleSiteIssue(
  countries: Readonly<Record<string, readonly SampleSiteArticle[]>>,
  changes: Partial<ComposedIssue> = {},
): PublishedIssue {
  const { number = 19, year = 2024 } = changes;
  const name = `${year}-${String(number).padStart(2, '0')}`;
  const composed: ComposedIssue = {
    number,
    year,
    language: 'en',
    period: { from: '2024-11-16', to: '2024-11-30' },
    document: {
      title: `CARICC Information Release #${number}, ${year}`,
      author: 'The centre',
      subject: 'About past events',
      keywords: '',
    },
    cover: {
      letters: [],
      centre: [],
      title: '',
      subtitle: [],
      note: '',
      dates: '',
      number: `#${number}`,
      place: '',
      draft: undefined,
      emblem: '',
    },
    masthead: {
      title: '',
      centre: [{ text: 'The centre' }],
      addressHeading: '',
      address: [[{ text: 'Almaty' }]],
      edition: '',
      circulation: '',
    },
    contentsHeading: '',
    introduction: [[{ text: 'In the period ' }, { text: 'nine', italic: true }]],
    events: Object.values(countries).flat().length,
    sections: Object.entries(countries).map(([country, articles]) => ({
      id: `section-${country.toLowerCase()}`,
      country,
      shortName: `Land ${country}`,
      title: `LAND OF ${country}`,
      flag: country === 'XX' ? undefined : '<svg xmlns="http://www.w3.org/2000/svg"/>',
      articles: articles.map((article, index) => ({
        ...sampleArticle(article),
        id: `section-${country.toLowerCase()}-${index + 1}`,
      })),
      references: [],
    })),
    ...changes,
  };
  const names = composed.sections.flatMap(({ articles }) =>
    articles.flatMap(({ photos }) => photos.map(({ value }) => value.image)),
  );
  const photos = names.map(
    (image, index) =>
      [image, { file: `photo-${index + 1}.webp`, width: 606, height: 404 }] as const,
  );
  return {
    name,
    language: composed.language,
    composed,
    pdf: `information-release-${name}.pdf`,
    pages: 10,
    bytes: 1_234_567,
    cover: { file: 'cover.jpg', width: 640, height: 905 },
    photos: new Map(photos),
  };
}

function sampleArticle({
  body = 'A short body.',
  title = 'An event',
  ...changes
}: SampleSiteArticle): ComposedArticle {
  return {
    path: [],
    id: '',
    also: [],
    title,
    printedTitle: title.toUpperCase(),
    sources: [
      {
        address: 'https://example.org/1',
        printedAddress: 'https://example.org/1',
        name: undefined,
        label: undefined,
        path: ['source'],
      },
    ],
    photos: [],
    lead: undefined,
    date: undefined,
    place: undefined,
    body: parseRichText(body).blocks,
    ...changes,
  };
}

/** Loads the real template of the Information Release's site. */
export async function readTemplate(language = 'en'): Promise<PageTools> {
  const folder = openTemplateFolder(root, 'information-release', createMemoryHost());
  const { tools, problems } = await readPageTools(folder, language);
  if (!tools) throw new Error(problems.map(({ message }) => message).join('\n'));
  return tools;
}

/** Creates a site of issues in one language, for composing its pages. */
export async function sampleSite(
  issues: readonly PublishedIssue[],
  { base = '', language = 'en' } = {},
): Promise<Site> {
  const only = { code: language, folder: '' };
  return createSite(newestFirst(issues), {
    template: await readTemplate(language),
    base,
    language: only,
    languages: [only],
    assets: {
      style: 'assets/style.css',
      searchScript: 'assets/search.js',
      languageScript: 'assets/switch-language.js',
    },
  });
}

const SCRIPTS = { search: '// The search.', switchLanguage: '// The switch.' };

/** Composes all files of a site, by address; binary files as latin1. */
export async function composeSample(
  issues: readonly PublishedIssue[],
  base = '',
): Promise<Map<string, string>> {
  return composeLanguages({ en: issues }, base);
}

/**
 * The same in several languages.
 * @param issues by language, the first one's pages at the root
 * @param sections of other publications, the same in all languages
 */
export async function composeLanguages(
  issues: Readonly<Record<string, readonly PublishedIssue[]>>,
  base = '',
  sections: readonly SiteSection[] = [],
): Promise<Map<string, string>> {
  const codes = Object.keys(issues);
  const languages = codes.map((code, index) => ({ code, folder: index === 0 ? '' : `${code}/` }));
  const site: SiteSettings = { base, languages, scripts: SCRIPTS };
  const templates = await Promise.all(
    codes.map(async (code) => createSiteTemplate(await readTemplate(code))),
  );
  const files = templates.flatMap((template, index) => {
    const content = { issues: issues[template.language] ?? [], sections };
    return [
      ...(index === 0 ? template.composeAssets(content, site) : []),
      ...template.composePages(content, site),
    ];
  });
  return new Map(
    files.map(({ address, content }) => [
      address,
      typeof content === 'string' ? content : Buffer.from(content).toString('latin1'),
    ]),
  );
}
