// Prose without mistakes, written for this test: the editorial rules report nothing in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { createNodeHost } from '../../src/host/node-host.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';

/** A host of each country, so that sources look like those of real issues. */
const HOSTS: Readonly<Record<string, string>> = {
  AZ: 'www.dtx.gov.az',
  KG: 'mvd.gov.kg',
  KZ: 'polisia.kz',
  RU: 'xn--b1aew.xn--p1ai',
  TJ: 'akn.tj',
  TM: 'saglykhm.gov.tm',
  UZ: 'ncdc.uz',
};

interface Article {
  readonly country: string;
  readonly title: string;
  readonly body: string;
}

/** Reads articles, each a line `# COUNTRY: title` and its paragraphs. */
function readArticles(language: string): Article[] {
  const text = readFileSync(join(root, 'tests', 'clean-prose', `${language}.txt`), 'utf8');
  return text
    .split(/^# /m)
    .slice(1)
    .map((article) => {
      const [heading = '', ...paragraphs] = article.trim().split('\n');
      const [country = '', ...title] = heading.split(': ');
      return { country, title: title.join(': '), body: paragraphs.join('\n').trim() };
    });
}

/** Returns the text of an issue that follows the newest one of the project. */
function writeIssue(articles: readonly Article[], language: string): string {
  const countries = [...new Set(articles.map(({ country }) => country))];
  const issue = {
    number: 2,
    period: { from: '2025-01-16', to: '2025-02-15' },
    language,
    sections: countries.map((country) => {
      const own = articles.filter((article) => article.country === country);
      return {
        country,
        topics: own.map(
          ({ title }) => `${language === 'ru' ? 'о событии: ' : 'the event: '}${title}`,
        ),
        articles: own.map(({ title, body }) => ({
          title,
          source: `https://${HOSTS[country]}/news/2025/${articles.findIndex((one) => one.title === title)}`,
          body: `${body}\n`,
        })),
      };
    }),
  };
  return stringify(issue, { lineWidth: 0 });
}

test.each([
  ['en', 200],
  ['ru', 60],
])('reports nothing in the paragraphs in %s', async (language, count) => {
  const articles = readArticles(language);
  expect(articles.flatMap(({ body }) => body.split(/\n\n/))).toHaveLength(count);
  const { readFile, kindOf, realPath, list } = createNodeHost();
  const host = createMemoryHost({}, { kindOf, realPath, list, readFile });
  const pipeline = createPipeline({ host, root, output: '/out' });
  const file = join(root, 'issues', '2025-02', 'issue.yaml');
  const text = writeIssue(articles, language);
  const { problems } = await pipeline.checkIssue(file, new Map([[file, text]]));
  const reported = problems.map(({ code, message, range }) => {
    const line = text.split('\n')[(range?.start.line ?? 1) - 1]?.trim();
    return `${code}: ${message}: ${line}`;
  });
  expect(reported).toEqual([]);
});
