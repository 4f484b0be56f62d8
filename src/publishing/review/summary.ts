import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { describeChange, type Review, type ReviewedIssue } from './review.ts';

/** What a job's summary may hold at most, in bytes; GitHub drops a longer one as a whole. */
const LIMIT = 1024 * 1024;

const HEADINGS = ['issue', 'pages', 'contents', 'size', 'SHA-256', 'warnings', 'against the base'];

/** Addresses of what was uploaded; one that is empty or missing is not linked. */
export interface SummaryLinks {
  readonly pages?: string | undefined;
  readonly files?: string | undefined;
}

/** What a change does to the issues, as a job summary in GitHub's Markdown. */
export function composeSummary(review: Review, links: SummaryLinks): string {
  const { issues, base, baseError } = review;
  if (issues.length === 0) return '## Issues\n\nThe change touches no issue.\n';
  const rows = issues.map((issue) => `| ${cellsOf(issue).join(' | ')} |`);
  const head = [
    '## Issues',
    '',
    ...describeLinks(links),
    base ? `Compared with \`${base}\`.` : '',
    baseError ? `There is nothing to compare with: ${escapeMarkdown(baseError)}` : '',
    '',
    `| ${HEADINGS.join(' | ')} |`,
    `|${'---|'.repeat(HEADINGS.length)}`,
  ];
  return fitRows(head, rows);
}

function describeLinks({ pages, files }: SummaryLinks): string[] {
  const links = [
    ...(pages ? [`[Pages before and after](${pages}) (opens in the browser)`] : []),
    ...(files ? [`[PDFs and reports](${files})`] : []),
  ];
  return links.length > 0 ? [links.join(' · '), ''] : [];
}

function cellsOf(issue: ReviewedIssue): string[] {
  const name = escapeMarkdown(issue.name);
  const change = describeChange(issue);
  const { after, before } = issue;
  if (!after) return [name, ...HEADINGS.slice(2).map(() => ''), change];
  return [
    name,
    withBaseValue(after.pages, before?.pages),
    escapeMarkdown(withBaseValue(after.summary, before?.summary)),
    `${Math.round(after.bytes / 1000)} kB`,
    `\`${after.sha256}\``,
    withBaseValue(after.warnings.length, before?.warnings.length),
    change,
  ];
}

function withBaseValue<Value extends number | string>(
  now: Value,
  before: Value | undefined,
): string {
  return before === undefined || before === now ? String(now) : `${now} (was ${before})`;
}

/** As many rows as a summary can hold, the newest issues first; it says how many are left out. */
function fitRows(head: readonly string[], rows: readonly string[]): string {
  const sayLeft = (left: number) => `\n${left} older issues are left out for length.\n`;
  const lines = [`${head.join('\n')}\n`];
  let room = LIMIT - Buffer.byteLength(lines.join('') + sayLeft(rows.length));
  for (const row of [...rows].reverse()) {
    room -= Buffer.byteLength(row) + 1;
    if (room < 0) return lines.join('') + sayLeft(rows.length - lines.length + 1);
    lines.push(`${row}\n`);
  }
  return lines.join('');
}
