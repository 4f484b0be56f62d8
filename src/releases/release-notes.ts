import type { Announcement } from '../output/announcement.ts';
import type { BuildReport } from '../output/build-report.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';

/**
 * The notes of a release in Markdown: period, counts, titles by country, and how to check the file.
 * `repository` is its owner and name on GitHub.
 */
export function composeNotes(
  { subject, summary, sections }: Omit<Announcement, 'title'>,
  { pages, sha256 }: Pick<BuildReport, 'pages' | 'sha256'>,
  { file, repository }: { readonly file: string; readonly repository: string },
): string {
  return [
    escapeMarkdown(subject),
    escapeMarkdown(summary),
    ...sections.flatMap(({ name, titles }) => [
      `### ${escapeMarkdown(name)} (${titles.length})`,
      titles.map((headline) => `- ${escapeMarkdown(headline)}`).join('\n'),
    ]),
    '### The file',
    `\`${file}\`, ${pages} pages, SHA-256 \`${sha256}\``,
    'Built twice from a clean checkout, to the same bytes. Where it was built, and from which commit:',
    `    gh attestation verify ${file} --repo ${repository}`,
  ]
    .join('\n\n')
    .concat('\n');
}
