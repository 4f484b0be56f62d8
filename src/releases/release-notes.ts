import type { BuildReport } from '../output/build-report.ts';
import type { IssueView } from '../publications/issue-view.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { plainText } from '../text/rich-text.ts';

/**
 * The notes of a release in Markdown: period, counts, titles by country, and how to check the file.
 * `repository` is its owner and name on GitHub.
 */
export function composeNotes(
  { subject, introduction: [summary = []], sections }: IssueView,
  { pages, sha256 }: Pick<BuildReport, 'pages' | 'sha256'>,
  { file, repository }: { readonly file: string; readonly repository: string },
): string {
  return [
    escapeMarkdown(subject),
    escapeMarkdown(plainText(summary)),
    ...sections.flatMap(({ shortName, articles }) => [
      `### ${escapeMarkdown(shortName)} (${articles.length})`,
      articles.map(({ headline }) => `- ${escapeMarkdown(headline)}`).join('\n'),
    ]),
    '### The file',
    `\`${file}\`, ${pages} pages, SHA-256 \`${sha256}\``,
    'Built twice from a clean checkout, to the same bytes. Where it was built, and from which commit:',
    `    gh attestation verify ${file} --repo ${repository}`,
  ]
    .join('\n\n')
    .concat('\n');
}
