import { createHash } from 'node:crypto';
import type { DrawnPage, ShownPage } from './align-pages.ts';
import { describeChange, type ReviewedIssue } from './review.ts';

/** An issue with the pages shown for it. */
export interface ShownIssue {
  readonly issue: ReviewedIssue;
  readonly pages: readonly ShownPage[];
}

/**
 * Composes an HTML file that shows pages before and after a change, with embedded pictures: GitHub job
 * summaries can show only pictures with public URLs, but a single file opens in the browser.
 * @param pictures WebP files by path
 */
export function composeReviewPage(
  issues: readonly ShownIssue[],
  css: string,
  pictures: ReadonlyMap<string, Uint8Array>,
): string {
  const styleHash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${styleHash}'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Pages before and after</title>',
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    '<h1>Pages before and after</h1>',
    ...issues.map(({ issue, pages }) => printIssue(issue, pages, pictures)),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function printIssue(
  issue: ReviewedIssue,
  pages: readonly ShownPage[],
  pictures: ReadonlyMap<string, Uint8Array>,
): string {
  return [
    '<section>',
    `<h2>${escapeHtml(issue.name)}: ${describeChange(issue)}</h2>`,
    ...pages.map((page) => printPair(issue, page, pictures)),
    '</section>',
  ].join('\n');
}

function printPair(
  { name: issue }: ReviewedIssue,
  { name, before, after, same }: ShownPage,
  pictures: ReadonlyMap<string, Uint8Array>,
): string {
  const show = (when: string, page: DrawnPage | undefined) => {
    if (!page) return `<p class="none">${when}: no such page</p>`;
    const data = Buffer.from(pictures.get(page.file) ?? []).toString('base64');
    const alt = escapeHtml(`${issue}, ${name.toLowerCase()}, ${when.toLowerCase()}`);
    const picture = `<img alt="${alt}" src="data:image/webp;base64,${data}">`;
    return `<figure><figcaption>${when}</figcaption>${picture}</figure>`;
  };
  const verdict = same ? 'unchanged' : before && after ? 'differs' : after ? 'new' : 'removed';
  const sides = same
    ? [show('Before and after', after)]
    : [show('Before', before), show('After', after)];
  return [
    `<h3>${escapeHtml(name)}: ${verdict}</h3>`,
    '<div class="pair">',
    ...sides,
    '</div>',
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
