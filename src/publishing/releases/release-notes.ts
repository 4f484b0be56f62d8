import type { Host } from '../../host/host.ts';
import type { RenderedIssue } from '../../pipeline/pipeline.ts';
import { fillText } from '../../templates/fill-pages.ts';
import { openTemplateFolder } from '../../templates/template-folder.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { DEFAULT_LANGUAGE, LANGUAGE_CODES, requireLanguage } from '../../text/languages/index.ts';

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
  const missing = missingLanguages(editions);
  const values = publication.releaseNotes?.(composed);
  if (values) {
    const template = openTemplateFolder(root, publication.name, host);
    const names = [report.language, DEFAULT_LANGUAGE].map((code) => `release-notes.${code}.md.hbs`);
    return fillText(await template.readFirst(names), { ...values, files, missing, repository });
  }
  return [
    `${escapeMarkdown(report.title)}: ${escapeMarkdown(report.summary)}`,
    '',
    ...report.contents.map(({ title, page }) => `- ${escapeMarkdown(title)}, page ${page}`),
    '',
    ...files.map(({ file, pages, sha256 }) => `\`${file}\`, ${pages} pages, SHA-256 \`${sha256}\``),
    ...missing.map((language) => `There is no edition in ${language}.`),
    '',
  ].join('\n');
}

/** English names of the languages that a release has no edition in. */
export function missingLanguages(editions: readonly RenderedIssue[]): string[] {
  if (!editions[0]?.publication.editions) return [];
  const present = editions.map(({ report }) => report.language);
  return LANGUAGE_CODES.filter((code) => !present.includes(code)).map(
    (code) => requireLanguage(code).names.english,
  );
}
