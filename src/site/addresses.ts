// Where everything stands, relative to the site's home: one place, so that links and files agree.
import { createHash } from 'node:crypto';

/** Files that every site has. */
export const COMMON_ADDRESSES = {
  home: 'index.html',
  search: 'search.html',
  lost: '404.html',
  feed: 'feed.xml',
  sitemap: 'sitemap.xml',
  style: 'assets/style.css',
  searchScript: 'assets/search.js',
  emblem: 'assets/emblem.svg',
} as const;

/** Page of an issue. */
export function issuePage(name: string): string {
  return `issues/${name}.html`;
}

/** A file that lies beside an issue's page: its PDF, cover, photos. */
export function issueFile(name: string, file: string): string {
  return `issues/${name}/${file}`;
}

/** What is searched of a year's issues. */
export function searchShard(year: number): string {
  return `search/${year}.json`;
}

/** The way from a page to the site's home, so that the site works in any folder. */
export function pathToHome(page: string): string {
  return page.includes('/') ? '../' : './';
}

/**
 * The address of a file that pages depend on byte by byte: `assets/style.css` has a piece of its SHA-256
 * in it. While a site is replaced, and where a browser has kept it, an old page then keeps its old photos,
 * style and script.
 */
export function hashedAddress(address: string, bytes: string | Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return address.replace(/(?=\.\w+$)/, `-${digest}`);
}
