import { describeContents } from '../../output/build-report.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { type BaseReport, describeChange, type Review, type ReviewedIssue } from './review.ts';

/** Maximum size of a job summary in bytes; GitHub rejects a longer one. Source: GitHub Docs, "Workflow commands". */
const MAX_BYTES = 1024 * 1024;

const HEADINGS = [
  'issue',
  'pages',
  'contents',
  'size',
  'SHA-256',
  'warnings',
  'compared with base',
];

/** URLs of the uploaded artifacts; an empty or missing one is not linked. */
export interface SummaryLinks {
  readonly pages?: string | undefined;
  readonly files?: string | undefined;
}

/** Composes a job summary in GitHub's Markdown about the effect of a change on the issues. */
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
    escapeMarkdown(withBaseValue(describeContents(after), before && contentsOf(before))),
    `${Math.round(after.bytes / 1000)} kB`,
    `\`${after.sha256}\``,
    withBaseValue(after.warnings.length, before?.warnings.length),
    change,
  ];
}

function contentsOf({ draft, summary }: BaseReport): string | undefined {
  return summary === undefined ? undefined : describeContents({ draft, summary });
}

function withBaseValue<Value extends number | string>(
  now: Value,
  before: Value | undefined,
): string {
  return before === undefined || before === now ? String(now) : `${now} (was ${before})`;
}

/** Adds as many rows as fit into a summary, newest first, and the number of omitted rows. */
function fitRows(head: readonly string[], rows: readonly string[]): string {
  const describeOmitted = (count: number) =>
    `\n${count} older issues are omitted because the summary would be too long.\n`;
  const lines = [`${head.join('\n')}\n`];
  let freeBytes = MAX_BYTES - Buffer.byteLength(lines.join('') + describeOmitted(rows.length));
  for (const row of [...rows].reverse()) {
    freeBytes -= Buffer.byteLength(row) + 1;
    if (freeBytes < 0) return lines.join('') + describeOmitted(rows.length - lines.length + 1);
    lines.push(`${row}\n`);
  }
  return lines.join('');
}
