import type { z } from 'zod';
import type { BuildCache } from '../cache/build-cache.ts';
import type { PersistentCache } from '../cache/persistent-cache.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { CodeNotes } from '../diagnostics/problem-code.ts';
import type { PhotoReader, ReadyPicture } from '../images/read-photo.ts';
import type { DocumentDefinition, Resources } from '../pdf/definition.ts';
import type { SitePages } from '../site/site-pages.ts';
import type { Finding } from '../source/finding.ts';
import type { ValuePath } from '../source/positions.ts';
import type { SourceDocument } from '../source/read-yaml.ts';
import type { Values } from '../templates/phrases.ts';
import type { TemplateFolder } from '../templates/template-folder.ts';
import type { MissingCharacterFinder } from '../text/missing-characters.ts';

/**
 * One kind of issue, stage by stage; the pipeline calls the stages in order. `Issue` is what its editors
 * write, `Template` what its folder under templates/ holds, `Composed` an issue with all that is computed,
 * and `Entry` what other issues are compared with, which is cached as JSON.
 */
export interface Publication<Issue, Template, Composed, Entry> {
  /** Name of its folders, and the value of the key `publication` in an issue. */
  readonly name: string;
  readonly naming: IssueNaming;
  readonly schema: z.ZodType<Issue>;
  /** The problems that its rules raise, by their codes. */
  readonly codes: CodeNotes;
  /** Name of an issue's files, without their endings, by the name of its folder. */
  fileName(issue: Issue, folder: string): string;
  languageOf(issue: Issue): string;
  /** Loads the template of a language; its problems are those of the template. */
  loadTemplate(
    folder: TemplateFolder,
    language: string,
    caches: TemplateCaches,
  ): Promise<LoadedTemplate<Template>>;
  /** The rules that only a whole issue shows. */
  validate(issue: Issue, document: SourceDocument, context: IssueContext<Template>): Finding[];
  /** The editorial rules: warnings about what can be printed but was hardly meant. */
  review(
    issue: Issue,
    document: SourceDocument,
    context: { readonly template: Template; readonly others: readonly Entry[] },
  ): Finding[];
  /** Checks the photos of an issue and prepares them for print. */
  preparePhotos(issue: Issue, context: PhotoTools<Template>): Promise<Photos>;
  /** Computes what is printed and not typed. */
  compose(issue: Issue, template: Template, photos: Photos): Composed;
  layOut(composed: Composed, template: Template): DocumentDefinition;
  factsOf(composed: Composed, template: Template): IssueFacts;
  /** What other issues are compared with; without it none are. */
  readonly index?: IssueIndexing<Issue, Entry>;
  /** Begins new issues; without it `new-issue` says that it cannot. */
  readonly scaffold?: Scaffold;
  /** Its pages on the site; without it the site leaves its issues out. */
  readonly site?: SitePages<Composed>;
  /**
   * Values for `release-notes.LANGUAGE.md.hbs` of its template, escaped for Markdown; without it the
   * notes of a release are its facts.
   */
  releaseNotes?(composed: Composed): Values;
}

/** A publication of whatever issues, as general code knows it. */
export type AnyPublication = Publication<unknown, unknown, unknown, unknown>;

/** How the folders of a publication's issues are named. */
export interface IssueNaming {
  /** The form of a name, with an example. */
  readonly form: string;
  /** Whether a folder's name is that of an issue. */
  isName(name: string): boolean;
  /** Orders names from the oldest issue to the newest. */
  compare(a: string, b: string): number;
  /** A text that is the same for names of the same issue, such as 2025-1 and 2025-01. */
  keyOf(name: string): string;
  /** The name that a folder should have; undefined where that cannot be told. */
  correct(name: string): string | undefined;
}

/** Makes entries of the index of issues. */
export interface IssueIndexing<Issue, Entry> {
  entryOf(issue: Issue, document: SourceDocument): Entry;
}

/** Where a template caches what it computes. */
export interface TemplateCaches {
  /** For as long as the process lives. */
  readonly buildCache: BuildCache;
  /** From one run to the next. */
  readonly persistentCache: PersistentCache;
}

/** A template, or why it cannot be used; the documents are what the problems point into. */
export interface LoadedTemplate<Template> {
  readonly template: Template | undefined;
  readonly fonts: Resources['fonts'];
  readonly problems: readonly Problem[];
  readonly documents: readonly SourceDocument[];
}

/** What the rules of an issue need to know beside it. */
export interface IssueContext<Template> {
  readonly template: Template;
  readonly findMissing: MissingCharacterFinder;
  readonly issuesFolder: string;
}

/** What preparing an issue's photos needs. */
export interface PhotoTools<Template> {
  readonly template: Template;
  /** The issue's folder. */
  readonly folder: string;
  readonly readPhoto: PhotoReader;
  /** How many photos are worked on at a time; each may need its pixels in memory. */
  readonly atATime: number;
}

/** A photo that is ready for print. */
export interface ReadyPhoto {
  /** Name in the document's picture register. */
  readonly image: string;
  /** Printed size in pt. */
  readonly size: { readonly width: number; readonly height: number };
}

/** The photos of an issue, ready for print, and what is wrong with them. */
export interface Photos {
  /** The photo that is written at a place; undefined for one that cannot be printed. */
  photoAt(path: ValuePath): ReadyPhoto | undefined;
  /** Pictures by their names; the same file may be there in two sizes. */
  readonly pictures: ReadonlyMap<string, ReadyPicture>;
  readonly findings: readonly Finding[];
}

/** What general code knows of an issue: terminal, preview, review and releases print it. */
export interface IssueFacts {
  readonly language: string;
  /** Day of the issue, YEAR-MONTH-DAY. */
  readonly date: string;
  /** The title of the issue, as the file’s metadata has it. */
  readonly title: string;
  /** What it holds in two or three words: 30 events. */
  readonly summary: string;
  /** The contents in their order; `place` is the name of the node that the page number is of. */
  readonly contents: readonly {
    readonly title: string;
    readonly place: string;
    /** Further keys of its entry in the build report. */
    readonly data?: Readonly<Record<string, unknown>>;
  }[];
  /** Further keys of the build report. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Plans new issues. */
export interface Scaffold {
  /** Options that `new-issue` takes for this publication. */
  readonly options: readonly ScaffoldOption[];
  /** Plans the issue after those that exist, as far as the options do not say otherwise. */
  plan(requested: NewIssueOptions, before: IssuesBefore): IssuePlan | Rejection;
  /** Options of command lines that are shown as examples; empty for none. */
  readonly examples: readonly string[];
  /** What an editor does next with the new file, each step as lines for the terminal. */
  readonly nextSteps: readonly (readonly string[])[];
}

/** An option of `new-issue`. */
export interface ScaffoldOption {
  /** As commander writes it: --number <number>. */
  readonly flags: string;
  readonly description: string;
}

/** Options of a new issue as they were typed, by their names. */
export type NewIssueOptions = Readonly<Record<string, string | undefined>>;

/** The issues that exist. */
export interface IssuesBefore {
  /** Their names, the oldest first. */
  readonly names: readonly string[];
  /** The value of the newest one's file, which may have mistakes; undefined if it is not YAML. */
  readonly newest: unknown;
}

/** A new issue that is not written yet. */
export interface IssuePlan {
  /** Name of its folder. */
  readonly name: string;
  /** Name of a file of the template, and the values that fill it. */
  readonly template: string;
  readonly values: Values;
}

/** Why an issue cannot be begun: each reason with its remedy. */
export interface Rejection {
  readonly reasons: readonly string[];
}
