// Addresses in one file, so that links and files agree. Pages, feed and data are relative to the home page
// of their language; assets and the files of issues are relative to the site's root.
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
  languageScript: 'assets/switch-language.js',
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

/** Returns the relative path from a page to the home page of its language, for a site in any folder. */
export function pathToHome(page: string): string {
  return page.includes('/') ? '../' : './';
}

/** Returns the relative path from the home page of a language to the site's root; empty if they are one. */
export function pathToRoot(folder: string): string {
  return folder === '' ? '' : '../';
}

/** Joins relative paths: ./ and ../ become ../ */
export function joinPaths(path: string, next: string): string {
  return path === './' && next.startsWith('../') ? next : path + next;
}

/**
 * Inserts a part of the file's SHA-256 into its address: `assets/style-0123456789.css`. A page that was
 * cached, or loaded while the site is replaced, then still gets its own photos, style and script.
 */
export function hashedAddress(address: string, bytes: string | Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return address.replace(/(?=\.\w+$)/, `-${digest}`);
}
