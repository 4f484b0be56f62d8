import type { z } from 'zod';
import type { BuildCache } from '../cache/build-cache.ts';
import type { PersistentCache } from '../cache/persistent-cache.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { CodeNotes } from '../diagnostics/problem-code.ts';
import type { PhotoReader, ReadyPicture } from '../images/read-photo.ts';
import type { ReportedFacts } from '../output/build-report.ts';
import type {
  DocumentDefinition,
  MeasuredLine,
  MeasureLines,
  Resources,
} from '../pdf/definition.ts';
import type { FrameTemplate, SectionTemplate, SitePages } from '../site/site-pages.ts';
import type { Finding } from '../source/finding.ts';
import type { ValuePath } from '../source/positions.ts';
import type { SourceDocument } from '../source/read-yaml.ts';
import type { Values } from '../templates/phrases.ts';
import type { TemplateFolder } from '../templates/template-folder.ts';
import type { MissingCharacterFinder } from '../text/missing-characters.ts';
import type { ProofingTools } from '../text/spelling/vocabulary.ts';
import type { EditionFormat } from './edition-format.ts';

/**
 * A kind of issue, defined stage by stage. The pipeline calls the stages in order.
 * - `Issue`: the value of an issue file
 * - `Template`: the content of the publication's folder under templates/
 * - `Composed`: an issue with all computed values
 * - `Entry`: an issue's entry in the index, which is cached as JSON
 */
export interface Publication<Issue, Template, Composed, Entry> {
  /** Name of the publication's folders, and value of the key `publication` in its issues. */
  readonly name: string;
  readonly naming: IssueNaming;
  readonly schema: z.ZodType<Issue>;
  /** The problem codes of its rules. */
  readonly codes: CodeNotes;
  /**
   * Returns the name of an issue's output files, without extension.
   * @param folder name of the issue's folder
   */
  fileName(issue: Issue, folder: string): string;
  languageOf(issue: Issue): string;
  /** Loads the template in a language, with the problems found in it. */
  loadTemplate(
    folder: TemplateFolder,
    language: string,
    caches: TemplateCaches,
  ): Promise<LoadedTemplate<Template>>;
  /** Applies the rules that a schema cannot express. */
  validate(issue: Issue, document: SourceDocument, context: IssueContext<Template>): Finding[];
  /** Applies the rules that need the widths of printed texts; `measure` returns widths in pt. */
  checkWidths?(
    issue: Issue,
    context: {
      readonly template: Template;
      readonly measure: (lines: readonly MeasuredLine[]) => Promise<readonly number[]>;
    },
  ): Promise<Finding[]>;
  /** Applies the editorial rules: warnings about content that can be printed but is probably a mistake. */
  review(issue: Issue, document: SourceDocument, context: ReviewTools<Template, Entry>): Finding[];
  /** Checks the photos of an issue and prepares them for print. */
  preparePhotos(issue: Issue, context: PhotoTools<Template>): Promise<Photos>;
  /** Adds the computed values that are printed, such as counts and sentences. */
  compose(issue: Issue, template: Template, photos: Photos): Composed;
  layOut(composed: Composed, template: Template): DocumentDefinition;
  factsOf(composed: Composed, template: Template): IssueFacts;
  /** Returns the moment before which an issue must not be released, in ISO 8601 with its time zone. */
  embargoOf?(issue: Issue): string | undefined;
  /** Whether an issue is a draft: it is built, but never published. Without it, no issue is one. */
  isDraft?(issue: Issue): boolean;
  /** How its issues are translated. Without it, an issue has one edition only. */
  readonly editions?: EditionFormat<Issue, unknown>;
  /** Builds index entries, with which issues are compared. Without it, issues are not compared. */
  readonly index?: IssueIndexing<Issue, Entry>;
  /** Plans new issues. Without it, `new-issue` rejects this publication. */
  readonly scaffold?: Scaffold;
  /** Pages of its issues in the frame of another publication. Without it, the site omits them. */
  readonly site?: SitePages<SectionTemplate<Composed>>;
  /** The frame of the site with the pages of its own issues. The first publication that has one is used. */
  readonly siteFrame?: SitePages<FrameTemplate<Composed>>;
  /**
   * Returns the values for the template file `release-notes.LANGUAGE.md.hbs`, escaped for Markdown.
   * Without it, release notes list the issue's facts.
   */
  releaseNotes?(composed: Composed): Values;
}

/** A publication whose types are not known, as general code handles it. */
export type AnyPublication = Publication<unknown, unknown, unknown, unknown>;

/** Naming scheme of a publication's issue folders. */
export interface IssueNaming {
  /** Pattern of a name for messages, with an example. */
  readonly form: string;
  /** Returns whether a folder name is the name of an issue. */
  isName(name: string): boolean;
  /** Compares two names for sorting from the oldest issue to the newest. */
  compare(a: string, b: string): number;
  /** Returns a key that is equal for names of the same issue, such as 2025-1 and 2025-01. */
  keyOf(name: string): string;
  /** Returns the corrected form of a folder name, or undefined if it cannot be guessed. */
  correct(name: string): string | undefined;
}

/** Builds entries of the issue index. */
export interface IssueIndexing<Issue, Entry> {
  entryOf(issue: Issue, document: SourceDocument): Entry;
}

/** Caches for values that a template computes, and what is known of its fonts. */
export interface TemplateCaches {
  readonly measureLines: MeasureLines;
  /** Returns a finder of characters that the fonts cannot print. */
  findMissingIn(fonts: Resources['fonts']): Promise<MissingCharacterFinder>;
  /** Lives as long as the process. */
  readonly buildCache: BuildCache;
  /** Saved between runs. */
  readonly persistentCache: PersistentCache;
}

/** A template, or the problems that prevent its use. The problems refer to positions in `documents`. */
export interface LoadedTemplate<Template> {
  readonly template: Template | undefined;
  readonly fonts: Resources['fonts'];
  readonly problems: readonly Problem[];
  readonly documents: readonly SourceDocument[];
}

/** Input of an issue's rules beside the issue. */
export interface IssueContext<Template> {
  readonly template: Template;
  readonly findMissing: MissingCharacterFinder;
  readonly issuesFolder: string;
}

/** Input of an issue's editorial rules beside the issue. */
export interface ReviewTools<Template, Entry> {
  readonly template: Template;
  /** The other issues of the publication. */
  readonly others: readonly Entry[];
  /** Pictures in the issue's folder; none for a further edition, which has those of the first. */
  readonly pictures: readonly string[];
  /** Undefined if the program knows no spelling of the language. */
  readonly proofing?: ProofingTools | undefined;
}

/** Input and tools for preparing an issue's photos. */
export interface PhotoTools<Template> {
  readonly template: Template;
  /** The issue's folder. */
  readonly folder: string;
  readonly readPhoto: PhotoReader;
  /** Photos processed at the same time. Each may hold its decoded pixels in memory. */
  readonly concurrency: number;
}

/** A photo prepared for print. */
export interface ReadyPhoto {
  /** Name of the picture in the PDF document. */
  readonly image: string;
  /** Printed size in pt. */
  readonly size: { readonly width: number; readonly height: number };
}

/** The prepared photos of an issue, and the problems found in them. */
export interface Photos {
  /** Returns the photo at a path in the issue, or undefined if it cannot be printed. */
  photoAt(path: ValuePath): ReadyPhoto | undefined;
  /** Pictures by name. One file may have several pictures of different sizes. */
  readonly pictures: ReadonlyMap<string, ReadyPicture>;
  readonly findings: readonly Finding[];
}

/** Facts of an issue that general code prints in the terminal, preview, review and releases. */
export type IssueFacts = ReportedFacts;

/** Plans new issues. */
export interface Scaffold {
  /** Options of `new-issue` for this publication. */
  readonly options: readonly ScaffoldOption[];
  /** Plans the issue that follows the existing ones. Options override the defaults. */
  plan(requested: NewIssueOptions, before: ExistingIssues): IssuePlan | Rejection;
  /** Option strings of the example command lines in the help; an empty string shows the bare command. */
  readonly examples: readonly string[];
  /** Instructions for editing the new file. Each step is a list of terminal lines. */
  readonly nextSteps: readonly (readonly string[])[];
}

/** An option of `new-issue`. */
export interface ScaffoldOption {
  /** In the syntax of commander: --number <number>. */
  readonly flags: string;
  readonly description: string;
}

/** Values of the `new-issue` options as typed, by option name. */
export type NewIssueOptions = Readonly<Record<string, string | undefined>>;

/** The issues that already exist. */
export interface ExistingIssues {
  /** Folder names, oldest first. */
  readonly names: readonly string[];
  /** Unvalidated value of the newest issue's file; undefined if the file is not YAML. */
  readonly newest: unknown;
}

/** A new issue that is not written yet. */
export interface IssuePlan {
  /** Name of the issue's folder. */
  readonly name: string;
  /** Names of template files. The first one that exists is filled with the values. */
  readonly templates: readonly string[];
  readonly values: Values;
}

/** Reasons why an issue cannot be created, each with its fix. */
export interface Rejection {
  readonly reasons: readonly string[];
}
