import type { Host } from '../host/host.ts';
import type { FolderDraft } from '../output/write-folder.ts';
import type { Pipeline, RenderedIssue } from '../pipeline/pipeline.ts';
import type { AnyPublication } from '../publications/publication.ts';
import {
  type BuiltSiteIssue,
  buildSite,
  type SiteBuilder,
  type SitePlace,
} from '../site/site-builder.ts';
import type { SitePages, SiteTemplate } from '../site/site-pages.ts';
import { addLanguage, issueNameOf, languageInName } from '../source/issue-file.ts';
import { openTemplateFolder } from '../templates/template-folder.ts';
import { reportProblems } from './build-issue.ts';
import { UsageError } from './find-issues.ts';
import { displayPath } from './terminal.ts';

/** Where a site is built, and with which pipeline. */
export interface SiteTools extends SitePlace {
  readonly pipeline: Pipeline;
}

/** A site whose issues are written, and its pages not yet. */
export interface FilledSite {
  readonly site: SiteBuilder<unknown>;
  readonly issues: number;
  readonly languages: number;
  /** Editions that are not on the site. */
  readonly omitted: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Writes the files of every edition into a draft, one edition after the other.
 * @param issues the editions of each issue, the newest issue first
 * @returns undefined if an edition or a template has problems, which are printed
 * @throws UsageError if no issue has pages
 */
export async function fillSite(
  issues: readonly (readonly string[])[],
  draft: FolderDraft,
  tools: SiteTools,
): Promise<FilledSite | undefined> {
  const { host, pipeline } = tools;
  const filling = createFilling(draft, tools);
  for (const [index, editions] of issues.entries()) {
    for (const file of editions) {
      host.showProgress(`${index + 1} of ${issues.length}: ${displayPath(file, host)}`);
      const outcome = await pipeline.renderIssue(file);
      if (!outcome.issue) {
        // The issue was changed after it was checked.
        reportProblems(outcome, host);
        return undefined;
      }
      if (!(await filling.add(outcome.issue, file))) return undefined;
    }
  }
  host.showProgress('');
  return filling.end();
}

interface Filling {
  /** Adds an edition; false if the template has problems, which are printed. */
  add(issue: RenderedIssue, file: string): Promise<boolean>;
  /** @throws UsageError if no issue has pages */
  end(): FilledSite;
}

function createFilling(draft: FolderDraft, place: SitePlace): Filling {
  let open: { publication: AnyPublication; site: SiteBuilder<unknown> } | undefined;
  const names = new Set<string>();
  const languages = new Set<string>();
  const omitted: { file: string; reason: string }[] = [];
  /** Adds a language to the site, if the site has words in it; false if these have problems. */
  const openLanguage = async (
    { publication, report: { language } }: RenderedIssue,
    pages: SitePages<unknown>,
  ): Promise<boolean> => {
    if (open?.site.hasLanguage(language)) return true;
    const folder = openTemplateFolder(place.root, publication.name, place.host);
    // Without words for the first language there is no site, and loading them says so.
    if (open && !(await pages.hasLanguage(folder, language))) return true;
    const template = await loadTemplate(pages, folder, language, place.host);
    if (!template) return false;
    if (open) open.site.addLanguage(template);
    else open = { publication, site: buildSite(template, draft, place) };
    languages.add(language);
    return true;
  };
  return {
    async add(issue, file) {
      const { publication } = issue;
      const pages = publication.site;
      if (!pages || (open && open.publication !== publication)) {
        omitted.push({ file, reason: 'its publication has no pages for it' });
        return true;
      }
      if (!(await openLanguage(issue, pages))) return false;
      const { language } = issue.report;
      if (languageInName(file) !== undefined && !languages.has(language)) {
        const reason = `templates/${publication.name}/site has no words in ${language}`;
        omitted.push({ file, reason });
        return true;
      }
      names.add(issueNameOf(file));
      await open?.site.add(siteIssueOf(issue, file));
      return true;
    },
    end() {
      if (!open)
        throw new UsageError(
          'None of the issues belongs to a publication that has pages for a site.',
        );
      return { site: open.site, issues: names.size, languages: languages.size, omitted };
    },
  };
}

function siteIssueOf(
  { composed, pictures, rendered, report, name }: RenderedIssue,
  file: string,
): BuiltSiteIssue<unknown> {
  return {
    name: issueNameOf(file),
    language: report.language,
    composed,
    pictures,
    pdf: { file: `${name}.pdf`, bytes: rendered.bytes, pages: report.pages },
    cover: `${addLanguage('cover', file)}.jpg`,
  };
}

/** Loads the pages of a language; undefined if they have problems, which are printed. */
async function loadTemplate(
  pages: SitePages<unknown>,
  folder: ReturnType<typeof openTemplateFolder>,
  language: string,
  host: Host,
): Promise<SiteTemplate<unknown> | undefined> {
  const { template, problems, documents } = await pages.loadTemplate(folder, language);
  if (template) return template;
  const sources = new Map(documents.map(({ file, text }) => [file, text]));
  reportProblems({ problems, sources }, host);
  return undefined;
}
