// Rules about the page that a source leads to: it has to be the article itself.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import { addressKey, removeTracking } from '../../../text/address-key.ts';
import { siteOf } from '../../shared/editorial/links/address-rules.ts';
import type { ArticleSource } from '../article-sources.ts';

/** Problem codes of pages that are no source of an article. */
export const SOURCE_PAGE_CODES = {
  'source-home': warning('A home page or a list of news shows other articles tomorrow.', {
    bad: { source: 'https://polisia.kz/ru/news/' },
    good: { source: 'https://polisia.kz/ru/news/slet' },
  }),
  'source-search': warning('A page of search results shows other articles tomorrow.', {
    bad: { source: 'https://polisia.kz/search/?q=slet' },
    good: { source: 'https://polisia.kz/ru/slet' },
  }),
  'source-social': warning(
    'A post may be removed, and some networks cannot be opened everywhere.',
    {
      bad: { source: 'https://t.me/polisia_kz/4052' },
      good: { source: 'https://polisia.kz/ru/slet' },
    },
  ),
  'source-version': warning('A page for telephones or for print looks wrong on other screens.', {
    fix: 'suggested',
    bad: { source: 'https://m.polisia.kz/ru/slet' },
    good: { source: 'https://polisia.kz/ru/slet' },
  }),
  'source-http': warning('The site is known to have encrypted pages.', 'automatic'),
} satisfies CodeNotes;

/** Social networks and messengers. */
const SOCIAL =
  /^(?:[\w-]+\.)?(?:t\.me|telegram\.(?:me|org)|facebook\.com|fb\.(?:com|watch|me)|instagram\.com|vk\.(?:com|ru)|vkontakte\.ru|ok\.ru|odnoklassniki\.ru|youtube\.com|youtu\.be|tiktok\.com|twitter\.com|x\.com|linkedin\.com|threads\.(?:net|com)|wa\.me|whatsapp\.com|my\.mail\.ru|rutube\.ru|pinterest\.\w+|reddit\.com)$/;
const SEARCH_ENGINES =
  /^(?:[\w-]+\.)?(?:google\.\w+(?:\.\w+)?|ya\.ru|yandex\.\w+|bing\.com|duckduckgo\.com|rambler\.ru|go\.mail\.ru|yahoo\.com|baidu\.com|ecosia\.org)$/;
/** Path steps and parameters of a site's own search. */
const SEARCH_STEP =
  /^(?:search|poisk|izdeu|qidiruv|find|search[-_]?results?|site-search|search\.(?:php|html?|aspx?))$/i;
const SEARCH_PARAMETER =
  /[?&](?:q|query|search|searchword|search_query|keyword|keywords|poisk|text)=[^&#]/i;
/** Steps of a path that name a language or a list of articles. */
const LANGUAGE_STEP =
  /^(?:ru|rus|en|eng|kz|kk|kaz|qaz|kg|ky|kgz|kyr|tj|tg|taj|tm|tk|tkm|uz|uzb|oz|az|aze|uz-latn|uz-cyrl|cyr|lat|ru-ru|en-us|en-gb)$/i;
const LIST_STEP =
  /^(?:news|novosti|novost|yangiliklar|zhanalyktar|janalyqtar|xeberler|habarlar|khabarho|latest|lenta|all|main|home|index|default|press|press-?cent(?:er|re)|pressa|press-sluzhba|media|smi|blog|articles?|stati|category|categories|cat|rubrics?|rubrika|sections?|archives?|arhiv|tags?|topics?|events?|sobytiya|anons(?:es)?|publications?|publikatsii|page|site|portal|web|posts?|feed|rss)(?:\.(?:php|html?|aspx?))?$/i;
/** Steps and parameters of pages for telephones, fast pages and print. */
const VERSION_STEP = /^(?:amp|print|printable|turbo|mobile|version-print|amp\.html)$/i;
const VERSION_PARAMETER =
  /[?&](?:amp|print|printable|print_version|mobile|view=print|output=amp|format=print|tmpl=component)(?:=(?:1|yes|y|true|on))?(?=&|#|$)/i;
const VERSION_HOST = /^(?:m|mobile|wap|pda|amp|touch|lite)\.(?=[^.]+\.)/;

/**
 * Finds sources that lead to another page than that of the article.
 * @param earlier addresses of other issues
 */
export function findWrongPages(
  sources: readonly ArticleSource[],
  earlier: readonly string[],
): Finding[] {
  const keys = [...sources.map(({ address }) => address), ...earlier].map(addressKey);
  return sources.flatMap((source) => findPage(source, keys) ?? []);
}

function findPage({ address, path }: ArticleSource, keys: readonly string[]): Finding | undefined {
  const site = siteOf(address);
  if (site === undefined) return undefined;
  const report = (
    code: keyof typeof SOURCE_PAGE_CODES,
    message: string,
    hint: string,
  ): Finding => ({ code, severity: 'warning', message, path, piece, hints: [hint] });
  const from = address.search(/\S/);
  const piece = { from, to: address.trimEnd().length };
  const cleaned = removeTracking(address.trim());
  const [, rest = '', query = ''] = /^https?:\/\/[^/?#]*([^?#]*)(\?[^#]*)?/i.exec(cleaned) ?? [];
  const steps = rest.split('/').filter((step) => step !== '');
  if (isSearch(site, steps, query)) {
    return report(
      'source-search',
      'the source is a page of search results',
      'Open the article, and copy its address from the browser.',
    );
  }
  if (SOCIAL.test(site)) {
    return report(
      'source-social',
      `the source is a post on \`${site}\``,
      'Write the address of the article on the site of the publisher, if there is one.',
    );
  }
  const isScriptPath = /#[!/]./.test(cleaned);
  if (!isScriptPath && isListPage(steps, query, addressKey(address), keys)) {
    const isHome = steps.every((step) => LANGUAGE_STEP.test(step));
    return report(
      'source-home',
      isHome
        ? `the source is the home page of \`${site}\``
        : 'the source is a list of articles, not an article',
      'Open the article, and copy its address from the browser.',
    );
  }
  return findVersion(site, steps, { address, path });
}

function isSearch(site: string, steps: readonly string[], query: string): boolean {
  if (SEARCH_ENGINES.test(site))
    return /^(?:search|images?|video|news|yandsearch)?$/i.test(steps[0] ?? '') && query !== '';
  return (
    steps.some((step) => SEARCH_STEP.test(step)) ||
    (SEARCH_PARAMETER.test(query) && steps.every((step) => !/\d/.test(step))) ||
    (/[?&]s=[^&]/.test(query) && steps.every((step) => LANGUAGE_STEP.test(step)))
  );
}

/** Whether a path names a list: all its steps do, or the address is the beginning of another source's. */
function isListPage(
  steps: readonly string[],
  query: string,
  key: string,
  keys: readonly string[],
): boolean {
  if (query !== '') return false;
  if (steps.every((step) => LANGUAGE_STEP.test(step) || LIST_STEP.test(step))) return true;
  const last = steps.at(-1) ?? '';
  // An address of two or more articles that go on behind it is their list.
  const below = new Set(keys.filter((other) => other.startsWith(`${key}/`)));
  return below.size > 1 && !/\d{3}|-.*-/.test(last);
}

function findVersion(
  site: string,
  steps: readonly string[],
  { address, path }: Pick<ArticleSource, 'address' | 'path'>,
): Finding | undefined {
  const start = address.toLowerCase().indexOf(site);
  const place = (): { from: number; to: number; newText: string } | undefined => {
    const [prefix] = VERSION_HOST.exec(site) ?? [];
    if (prefix !== undefined) return { from: start, to: start + prefix.length, newText: '' };
    const step =
      steps.length > 1
        ? [steps[0], steps.at(-1)].find((one) => VERSION_STEP.test(one ?? ''))
        : undefined;
    if (step !== undefined) {
      const from = address.indexOf(`/${step}`, start);
      return { from, to: from + step.length + 1, newText: '' };
    }
    const parameter = VERSION_PARAMETER.exec(address);
    if (!parameter) return undefined;
    const [found] = parameter;
    const isFirst = found.startsWith('?');
    const hasMore = address[parameter.index + found.length] === '&';
    const to = parameter.index + found.length + (isFirst && hasMore ? 1 : 0);
    return { from: parameter.index, to, newText: isFirst && hasMore ? '?' : '' };
  };
  const found = place();
  if (!found) return undefined;
  const { newText, ...piece } = found;
  return {
    code: 'source-version',
    severity: 'warning',
    message: 'the source is a page for telephones or for print',
    path,
    piece,
    hints: ['Open the page on a computer, and copy its address from the browser.'],
    edits: [
      replacePiece(`Remove \`${address.slice(piece.from, piece.to)}\``, path, piece, newText),
    ],
  };
}

/**
 * Finds sources without encryption on sites that have it in other sources.
 * @param earlier addresses of other issues
 */
export function findUnencrypted(
  sources: readonly ArticleSource[],
  earlier: readonly string[],
): Finding[] {
  const known = [...sources.map(({ address }) => address), ...earlier];
  const encrypted = new Set(known.filter((one) => /^\s*https:/i.test(one)).map(siteOf));
  return sources.flatMap(({ address, path }): Finding[] => {
    const [scheme] = /^\s*http(?=:\/\/)/i.exec(address) ?? [];
    const site = siteOf(address);
    if (scheme === undefined || site === undefined || !encrypted.has(site)) return [];
    const piece = { from: scheme.length - 4, to: scheme.length };
    return [
      {
        code: 'source-http',
        severity: 'warning',
        message: `other sources on \`${site}\` begin with https`,
        path,
        piece,
        hints: ['Write https.'],
        edits: [replacePiece('Write https', path, piece, 'https', true)],
      },
    ];
  });
}
