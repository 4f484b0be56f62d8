import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import type { Issue } from '../schema.ts';
import { listArticles } from '../schema.ts';
import { hostOf } from './hosts.ts';
import { sourceKey } from './index-entry.ts';
import { listPassages, maskAddresses, type Passage } from './passages.ts';

/** Source of the example articles in a new issue. */
export const EXAMPLE_SOURCE = 'https://example.org/copy-the-address-from-the-browser';

const LEFTOVER = { code: 'example-left-in', severity: 'warning' } as const;
const COPY_THE_ADDRESS = 'Copy the address of the article from the browser.';
/** Names of passages whose kind is not an English word. */
const NAMES: Partial<Record<Passage['kind'], string>> = { alt: 'description of a picture' };

/** Domains that are reserved for examples, with all their subdomains; source: RFC 2606, section 3. */
const EXAMPLE_SITES = ['example.com', 'example.net', 'example.org'];

/**
 * Finds example texts and sources of a new issue that nobody has replaced. Builds report them too, so
 * that no example is published.
 * @param examples example texts of the new-issue template
 */
export function findLeftoverExamples(issue: Issue, examples: readonly string[]): Finding[] {
  const texts = findExampleTexts(issue, examples);
  const textsOf = (article: ValuePath) =>
    texts.filter(({ path }) => article.every((step, depth) => path[depth] === step));
  const articles = listArticles(issue).filter(({ article }) => isExample(article.source));
  // An untouched example article is one problem, not one for each of its texts.
  const untouched = articles.map(({ path }) => textsOf(path)).filter(isWholeArticle);
  return [
    ...articles.map(({ path }): Finding => {
      const isWhole = isWholeArticle(textsOf(path));
      return {
        ...LEFTOVER,
        message: `this ${isWhole ? 'article' : 'source'} is still the example of a new issue`,
        path: [...path, 'source'],
        hints: [isWhole ? 'Replace it with an article, or remove it.' : COPY_THE_ADDRESS],
      };
    }),
    ...texts.filter((text) => !untouched.flat().includes(text)),
  ];
}

function isWholeArticle(texts: readonly Finding[]): boolean {
  const keys = texts.map(({ path }) => path.at(-1));
  return keys.includes('title') && keys.includes('body');
}

/** Finds examples in the texts of an issue, ignoring letter case and differences in white space. */
function findExampleTexts(issue: Issue, examples: readonly string[]): Finding[] {
  const patterns = examples.map((example) => {
    const words = maskAddresses(example).trim().split(/\s+/);
    return new RegExp(words.map((word) => word.replace(/\W/g, '\\$&')).join('\\s+'), 'gi');
  });
  return listPassages(issue).flatMap(({ kind, text, path }) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(
        ({ index, 0: { length } }): Finding => ({
          ...LEFTOVER,
          message: `this ${NAMES[kind] ?? kind} still has the example text of a new issue`,
          path,
          piece: { from: index, to: index + length },
          hints: ['Replace it with your own text, or remove it.'],
        }),
      ),
    ),
  );
}

/** Finds sources on domains that are reserved for examples, except the template's own example. */
export function findExampleSites(issue: Issue): Finding[] {
  return listArticles(issue).flatMap(({ article: { source }, path }): Finding[] => {
    const host = hostOf(source);
    if (host === undefined || isExample(source) || !isExampleSite(host)) return [];
    const from = source.toLowerCase().indexOf(host);
    return [
      {
        ...LEFTOVER,
        message: `\`${host}\` is reserved for examples, so it cannot be a source`,
        path: [...path, 'source'],
        piece: { from, to: from + host.length },
        hints: [COPY_THE_ADDRESS],
      },
    ];
  });
}

function isExample(source: string): boolean {
  return sourceKey(source) === EXAMPLE_SOURCE;
}

function isExampleSite(host: string): boolean {
  return EXAMPLE_SITES.some((site) => host === site || host.endsWith(`.${site}`));
}
