import type { Host } from '../../host/host.ts';
import type { RenderedIssue } from '../../pipeline/pipeline.ts';
import { openTemplateFolder } from '../../templates/template-folder.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';

/** What release notes need besides the issue. */
export interface NotesContext {
  /** OWNER/NAME on GitHub. */
  readonly repository: string;
  /** The project's folder. */
  readonly root: string;
  readonly host: Host;
}

/**
 * Composes the notes of a release in Markdown from the first edition: the contents of the issue and how to
 * verify its files. Uses the publication's template, or a plain list if it has none.
 */
export async function composeNotes(
  editions: readonly [RenderedIssue, ...RenderedIssue[]],
  { repository, root, host }: NotesContext,
): Promise<string> {
  const [{ publication, composed, report }] = editions;
  const files = editions.map(({ name, report: { pages, sha256 } }) => ({
    file: `${name}.pdf`,
    pages,
    sha256,
  }));
  const values = publication.releaseNotes?.(composed);
  if (values) {
    const template = openTemplateFolder(root, publication.name, host);
    const name = `release-notes.${report.language}.md.hbs`;
    return template.fillText(name, { ...values, files, repository });
  }
  return [
    `${escapeMarkdown(report.title)}: ${escapeMarkdown(report.summary)}`,
    '',
    ...report.contents.map(({ title, page }) => `- ${escapeMarkdown(title)}, page ${page}`),
    '',
    ...files.map(({ file, pages, sha256 }) => `\`${file}\`, ${pages} pages, SHA-256 \`${sha256}\``),
    '',
  ].join('\n');
}
