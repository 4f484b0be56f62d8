import type { Host } from '../host/host.ts';
import type { FolderDraft } from '../output/write-folder.ts';
import type { Pipeline, RenderedIssue } from '../pipeline/pipeline.ts';
import { PUBLICATIONS } from '../publications/index.ts';
import type { AnyPublication } from '../publications/publication.ts';
import {
  type BuiltSiteIssue,
  buildSite,
  type SiteBuilder,
  type SitePlace,
} from '../site/site-builder.ts';
import type { FrameTemplate, SectionTemplate, SitePages } from '../site/site-pages.ts';
import { addLanguage, issueNameOf, languageInName } from '../source/issue-file.ts';
import { openTemplateFolder, type TemplateFolder } from '../templates/template-folder.ts';
import { DEFAULT_LANGUAGE } from '../text/languages/index.ts';
import { reportProblems } from './build-issue.ts';
import { UsageError } from './find-issues.ts';
import { displayPath } from './terminal.ts';

/** Where a site is built, and with which pipeline. */
export interface SiteTools extends SitePlace {
  readonly pipeline: Pipeline;
}

/** A site whose issues are written, and its pages not yet. */
export interface FilledSite {
  readonly site: SiteBuilder;
  readonly issues: number;
  readonly languages: number;
  /** Editions that are not on the site. */
  readonly omitted: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Writes the files of every edition into a draft, one edition after the other.
 * @param issues the editions of each issue; of each publication the newest issue first
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
  /** Adds an edition; false if a template has problems, which are printed. */
  add(issue: RenderedIssue, file: string): Promise<boolean>;
  /** @returns undefined if a template has problems, which are printed @throws UsageError if no issue has pages */
  end(): Promise<FilledSite | undefined>;
}

/** Templates of the sections by language. */
type SectionTemplates = Map<string, SectionTemplate<unknown>>;

function createFilling(draft: FolderDraft, place: SitePlace): Filling {
  const framing = PUBLICATIONS.find(({ siteFrame }) => siteFrame);
  const frame = framing?.siteFrame;
  const site = buildSite(framing?.name ?? '', draft, place);
  /** Template of the first language. */
  let frameTemplate: FrameTemplate<unknown> | undefined;
  const sections = new Map<AnyPublication, SectionTemplates>();
  const names = new Set<string>();
  const omitted: { file: string; reason: string }[] = [];
  const folderOf = ({ name }: AnyPublication) => openTemplateFolder(place.root, name, place.host);

  /** Adds a language to the site if it has words in it; false if these have problems. */
  const openLanguage = async (language: string, isOfFrame: boolean): Promise<boolean> => {
    if (!framing || !frame || site.languages.includes(language)) return true;
    const folder = folderOf(framing);
    const hasWords = await frame.hasLanguage(folder, language);
    if (!hasWords && site.languages.length > 0) return true;
    // Without words for the first language of the frame's own issues there is no site, and loading them says so.
    const first = hasWords || isOfFrame ? language : DEFAULT_LANGUAGE;
    const template = await loadTemplate(frame, folder, first, place.host);
    if (!template) return false;
    site.addLanguage(template);
    frameTemplate ??= template;
    return true;
  };
  /** Loads the template of a section in a language, or in the default one if it has no words in it. */
  const openSection = async (
    publication: AnyPublication,
    pages: SitePages<SectionTemplate<unknown>>,
    language: string,
  ): Promise<SectionTemplate<unknown> | undefined> => {
    const templates: SectionTemplates = sections.get(publication) ?? new Map();
    sections.set(publication, templates);
    const folder = folderOf(publication);
    const code = (await pages.hasLanguage(folder, language)) ? language : DEFAULT_LANGUAGE;
    const template = templates.get(code) ?? (await loadTemplate(pages, folder, code, place.host));
    if (template) templates.set(code, template);
    return template;
  };
  /** Loads the templates of all sections in the languages of the site; false if one has problems. */
  const openSections = async (): Promise<boolean> => {
    const sorted = PUBLICATIONS.filter((publication) => sections.has(publication));
    for (const publication of sorted) {
      for (const language of site.languages) {
        if (!publication.site) continue;
        if (!(await openSection(publication, publication.site, language))) return false;
      }
      site.addSection(publication.name, [...(sections.get(publication)?.values() ?? [])]);
    }
    return true;
  };
  return {
    async add(issue, file) {
      const { publication } = issue;
      const pages = publication === framing ? undefined : publication.site;
      if (!frame || (publication !== framing && !pages)) {
        omitted.push({ file, reason: 'its publication has no pages for it' });
        return true;
      }
      const { language } = issue.report;
      if (!(await openLanguage(language, publication === framing))) return false;
      if (languageInName(file) !== undefined && !site.languages.includes(language)) {
        const reason = `templates/${framing?.name}/site has no words in ${language}`;
        omitted.push({ file, reason });
        return true;
      }
      const template = pages ? await openSection(publication, pages, language) : frameTemplate;
      if (!template) return false;
      names.add(issueNameOf(file));
      const photosOf = (composed: unknown) => template.photosOf(composed);
      await site.add(publication.name, siteIssueOf(issue, file), photosOf);
      return true;
    },
    async end() {
      if (names.size === 0)
        throw new UsageError(
          'None of the issues belongs to a publication that has pages for a site.',
        );
      if (!(await openSections())) return undefined;
      return { site, issues: names.size, languages: site.languages.length, omitted };
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
async function loadTemplate<Template>(
  pages: SitePages<Template>,
  folder: TemplateFolder,
  language: string,
  host: Host,
): Promise<Template | undefined> {
  const { template, problems, documents } = await pages.loadTemplate(folder, language);
  if (template) return template;
  const sources = new Map(documents.map(({ file, text }) => [file, text]));
  reportProblems({ problems, sources }, host);
  return undefined;
}
