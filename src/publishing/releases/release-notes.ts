import type { Host } from '../../host/host.ts';
import type { BuildReport } from '../../output/build-report.ts';
import type { IssueView } from '../../publications/issue-view.ts';
import { openTemplateFolder } from '../../templates/template-folder.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { plainText } from '../../text/rich-text.ts';

/** What is released, and where. */
export interface ReleasedFile {
  /** Name of the PDF. */
  readonly file: string;
  readonly report: Pick<BuildReport, 'publication' | 'pages' | 'sha256'>;
  /** Its owner and name on GitHub. */
  readonly repository: string;
}

/**
 * The notes of a release in Markdown: period, counts, titles by country, and how to check the file, in
 * the words that the publication's templates have in the issue's language.
 */
export async function fillNotes(
  { language, subject, introduction: [summary = []], sections }: IssueView,
  { file, report: { publication, pages, sha256 }, repository }: ReleasedFile,
  root: string,
  host: Host,
): Promise<string> {
  const template = openTemplateFolder(root, publication, host);
  return template.fillText(`release-notes.${language}.md.hbs`, {
    subject: escapeMarkdown(subject),
    summary: escapeMarkdown(plainText(summary)),
    sections: sections.map(({ shortName, articles }) => ({
      name: escapeMarkdown(shortName),
      events: articles.length,
      headlines: articles.map(({ headline }) => escapeMarkdown(headline)),
    })),
    file,
    pages,
    sha256,
    repository,
  });
}
