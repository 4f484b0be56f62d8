import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import { addressKey } from '../../../text/address-key.ts';
import { findExampleTexts, LEFTOVER } from '../../shared/editorial/example-texts.ts';
import { sourcesOf } from '../article-sources.ts';
import type { Issue } from '../schema.ts';
import { listArticles } from '../schema.ts';
import { hostOf } from './hosts.ts';
import { listPassages } from './passages.ts';

/** Source of the example articles in a new issue. */
export const EXAMPLE_SOURCE = 'https://example.org/copy-the-address-from-the-browser';

const COPY_THE_ADDRESS = 'Copy the address of the article from the browser.';

/** Domains that are reserved for examples, with all their subdomains; source: RFC 2606, section 3. */
const EXAMPLE_SITES = ['example.com', 'example.net', 'example.org'];

/**
 * Finds example texts and sources of a new issue that nobody has replaced. Builds report them too, so
 * that no example is published.
 * @param examples example texts of the new-issue template
 */
export function findLeftoverExamples(issue: Issue, examples: readonly string[]): Finding[] {
  const texts = findExampleTexts(listPassages(issue), examples);
  const textsOf = (article: ValuePath) =>
    texts.filter(({ path }) => article.every((step, depth) => path[depth] === step));
  const exampleSources = listArticles(issue).flatMap(({ article, path }) =>
    sourcesOf(article, path)
      .filter(({ address }) => isExample(address))
      .map((source) => ({ article: path, path: source.path })),
  );
  // An untouched example article is one problem, not one for each of its texts.
  const untouched = exampleSources.map(({ article }) => textsOf(article)).filter(isWholeArticle);
  return [
    ...exampleSources.map(({ article, path }): Finding => {
      const isWhole = isWholeArticle(textsOf(article));
      return {
        ...LEFTOVER,
        message: `this ${isWhole ? 'article' : 'source'} is still the example of a new issue`,
        path,
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

/** Finds sources on domains that are reserved for examples, except the template's own example. */
export function findExampleSites(issue: Issue): Finding[] {
  const sources = listArticles(issue).flatMap(({ article, path }) => sourcesOf(article, path));
  return sources.flatMap(({ address, path }): Finding[] => {
    const host = hostOf(address);
    if (host === undefined || isExample(address) || !isExampleSite(host)) return [];
    const from = address.toLowerCase().indexOf(host);
    return [
      {
        ...LEFTOVER,
        message: `\`${host}\` is reserved for examples, so it cannot be a source`,
        path,
        piece: { from, to: from + host.length },
        hints: [COPY_THE_ADDRESS],
      },
    ];
  });
}

function isExample(source: string): boolean {
  return addressKey(source) === addressKey(EXAMPLE_SOURCE);
}

function isExampleSite(host: string): boolean {
  return EXAMPLE_SITES.some((site) => host === site || host.endsWith(`.${site}`));
}
