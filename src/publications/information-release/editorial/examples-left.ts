import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import type { Issue } from '../schema.ts';
import { listArticles } from '../schema.ts';
import { hostOf } from './hosts.ts';
import { sourceKey } from './index-entry.ts';
import { blankAddresses, listPassages, type Passage } from './passages.ts';

/** The source that the articles of a new issue begin with. */
export const EXAMPLE_SOURCE = 'https://example.org/copy-the-address-from-the-browser';

const LEFT_IN = { code: 'example-left-in', severity: 'warning' } as const;
const COPY_THE_ADDRESS = 'Copy the address of the article from the browser.';
/** Passages whose kind is no word that a message can use. */
const NAMES: Partial<Record<Passage['kind'], string>> = { alt: 'description of a picture' };

/** Sites that are kept for examples, and all below them; source: RFC 2606, section 3. */
const EXAMPLE_SITES = ['example.com', 'example.net', 'example.org'];

/**
 * Texts of a new issue that nobody has replaced; `examples` are those of its template. They are
 * reported when an issue is built, too: by then an example is on its way to the readers.
 */
export function findExamplesLeft(issue: Issue, examples: readonly string[]): Finding[] {
  const texts = findExampleTexts(issue, examples);
  const textsOf = (article: ValuePath) =>
    texts.filter(({ path }) => article.every((step, depth) => path[depth] === step));
  const articles = listArticles(issue).filter(({ article }) => isExample(article.source));
  // An article that nobody has touched is one problem, not one for each of its texts.
  const untouched = articles.map(({ path }) => textsOf(path)).filter(isWholeArticle);
  return [
    ...articles.map(({ path }): Finding => {
      const isWhole = isWholeArticle(textsOf(path));
      return {
        ...LEFT_IN,
        message: `this ${isWhole ? 'article' : 'source'} is the example of a new issue`,
        path: [...path, 'source'],
        hints: [isWhole ? 'Replace it by an article, or remove it.' : COPY_THE_ADDRESS],
      };
    }),
    ...texts.filter((text) => !untouched.flat().includes(text)),
  ];
}

function isWholeArticle(texts: readonly Finding[]): boolean {
  const keys = texts.map(({ path }) => path.at(-1));
  return keys.includes('title') && keys.includes('body');
}

/** Places of examples in the texts of an issue; blanks and capitals may differ from the template's. */
function findExampleTexts(issue: Issue, examples: readonly string[]): Finding[] {
  const patterns = examples.map((example) => {
    const words = blankAddresses(example).trim().split(/\s+/);
    return new RegExp(words.map((word) => word.replace(/\W/g, '\\$&')).join('\\s+'), 'gi');
  });
  return listPassages(issue).flatMap(({ kind, text, path }) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(
        ({ index, 0: { length } }): Finding => ({
          ...LEFT_IN,
          message: `this ${NAMES[kind] ?? kind} has the example text of a new issue`,
          path,
          piece: { from: index, to: index + length },
          hints: ['Replace it by your own text, or remove it.'],
        }),
      ),
    ),
  );
}

/** Other sources on a site that is kept for examples. */
export function findExampleSites(issue: Issue): Finding[] {
  return listArticles(issue).flatMap(({ article: { source }, path }): Finding[] => {
    const host = hostOf(source);
    if (host === undefined || isExample(source) || !isExampleSite(host)) return [];
    const from = source.toLowerCase().indexOf(host);
    return [
      {
        ...LEFT_IN,
        message: `\`${host}\` is kept for examples; no news is published there`,
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
