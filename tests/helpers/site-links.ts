import { posix } from 'node:path';
import { parseHTML } from 'linkedom';

/** Files in an issue's folder, which are written when the issue is added. */
const ISSUE_FILE =
  /^issues\/[^/]+\/(cover(\.[a-z]{2})?\.jpg|photo-\d+(-[0-9a-f]{10})?\.webp|[a-z0-9-]+(\.[a-z]{2})?\.pdf)$/;

/** The HTML pages among the files of a site, by address. */
export function pagesOf(files: ReadonlyMap<string, string>): [address: string, html: string][] {
  return [...files].filter(([name]) => name.endsWith('.html'));
}

/** Returns the links of a page without those to other sites. */
export function linksOf(html: string): string[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('[href], [src]')]
    .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
    .filter((link) => !/^[a-z]+:/.test(link));
}

/** Returns the links of a page that lead to no file of the site, or to no element in it. */
export function brokenLinks(
  page: string,
  html: string,
  files: ReadonlyMap<string, string>,
): string[] {
  return linksOf(html).filter((link) => {
    const [path = '', place] = link.split('#');
    const target = path === '' ? page : posix.join(posix.dirname(page), path);
    if (ISSUE_FILE.test(target)) return false;
    const there = files.get(target);
    if (there === undefined) return true;
    return place !== undefined && !parseHTML(there).document.getElementById(place);
  });
}
