// Addresses relative to the site's root, in one file so that links and files agree.
import { createHash } from 'node:crypto';

/** Files that every site has. */
export const COMMON_ADDRESSES = {
  home: 'index.html',
  search: 'search.html',
  notFound: '404.html',
  feed: 'feed.xml',
  sitemap: 'sitemap.xml',
  style: 'assets/style.css',
  searchScript: 'assets/search.js',
  emblem: 'assets/emblem.svg',
} as const;

/** Returns the address of an issue's page. */
export function issuePage(name: string): string {
  return `issues/${name}.html`;
}

/** Returns the address of a file in an issue's folder: its PDF, cover or photos. */
export function issueFile(name: string, file: string): string {
  return `issues/${name}/${file}`;
}

/** Returns the address of the search index of a year's issues. */
export function searchShard(year: number): string {
  return `search/${year}.json`;
}

/** Returns the relative path from a page to the site's root, so that the site works in any folder. */
export function pathToHome(page: string): string {
  return page.includes('/') ? '../' : './';
}

/**
 * Inserts a part of the file's SHA-256 into its address: `assets/style-0123456789.css`. A page that was
 * cached, or loaded while the site is replaced, then still gets its own photos, style and script.
 */
export function hashedAddress(address: string, bytes: string | Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return address.replace(/(?=\.\w+$)/, `-${digest}`);
}
