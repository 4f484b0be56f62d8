import { informationRelease } from '../../src/publications/information-release/information-release.ts';
import { composeSite } from '../../src/publications/information-release/site/compose-site.ts';
import {
  createSite,
  type Site,
} from '../../src/publications/information-release/site/page-frame.ts';
import type { ArticleView, IssueView } from '../../src/publications/issue-view.ts';
import { newestFirst, type SiteIssue } from '../../src/site/site-issue.ts';
import { readSiteTemplate, type SiteTemplate } from '../../src/site/site-template.ts';
import { parseRichText } from '../../src/text/parse-rich-text.ts';
import { createMemoryHost } from './memory-host.ts';
import { root } from './project-root.ts';

/** An article for a sample site; its body is written as in an issue. */
export type SampleSiteArticle = Partial<Omit<ArticleView, 'body'>> & { readonly body?: string };

/** An issue of a site with the given articles by country. */
export function sampleSiteIssue(
  countries: Readonly<Record<string, readonly SampleSiteArticle[]>>,
  changes: Partial<IssueView> = {},
): SiteIssue {
  const { number = 19, year = 2024 } = changes;
  const view: IssueView = {
    name: `${year}-${String(number).padStart(2, '0')}`,
    number,
    year,
    language: 'en',
    period: { from: '2024-11-16', to: '2024-11-30' },
    title: `CARICC Information Release #${number}, ${year}`,
    subject: 'About past events',
    label: `#${number}`,
    introduction: [[{ text: 'In the period ' }, { text: 'nine', italic: true }]],
    events: Object.values(countries).flat().length,
    sections: Object.entries(countries).map(([country, articles]) => ({
      id: `section-${country.toLowerCase()}`,
      country,
      shortName: `Land ${country}`,
      title: `LAND OF ${country}`,
      flag: country === 'XX' ? undefined : '<svg xmlns="http://www.w3.org/2000/svg"/>',
      articles: articles.map(sampleArticle),
    })),
    publisher: { name: [{ text: 'The centre' }], address: [[{ text: 'Almaty' }]] },
    ...changes,
  };
  const names = view.sections.flatMap(({ articles }) =>
    articles.flatMap(({ photo }) => (photo ? [photo.picture] : [])),
  );
  const photos = names.map(
    (name, index) => [name, { file: `photo-${index + 1}.webp`, width: 606, height: 404 }] as const,
  );
  return {
    view,
    pdf: `information-release-${view.name}.pdf`,
    pages: 10,
    bytes: 1_234_567,
    cover: { file: 'cover.jpg', width: 640, height: 905 },
    photos: new Map(photos),
  };
}

function sampleArticle({ body = 'A short body.', ...changes }: SampleSiteArticle): ArticleView {
  return {
    headline: 'An event',
    source: 'https://example.org/1',
    photo: undefined,
    lead: undefined,
    body: parseRichText(body).blocks,
    ...changes,
  };
}

/** The site's template of the Information Release, with its real pages and words. */
export async function readTemplate(): Promise<SiteTemplate> {
  const { name } = informationRelease;
  const { template, problems } = await readSiteTemplate(root, name, 'en', createMemoryHost());
  if (!template) throw new Error(problems.map(({ message }) => message).join('\n'));
  return template;
}

/** A site of issues, for one of its pages. */
export async function sampleSite(issues: readonly SiteIssue[], base = ''): Promise<Site> {
  return createSite(newestFirst(issues), {
    template: await readTemplate(),
    base,
    style: 'assets/style.css',
    script: 'assets/search.js',
  });
}

const SCRIPT = '// The search.';

/** All pages and data of a site by their addresses; files of bytes as latin1. */
export async function composeSample(
  issues: readonly SiteIssue[],
  base = '',
): Promise<Map<string, string>> {
  const files = [...composeSite(issues, { template: await readTemplate(), script: SCRIPT, base })];
  return new Map(
    files.map(({ address, content }) => [
      address,
      typeof content === 'string' ? content : Buffer.from(content).toString('latin1'),
    ]),
  );
}
