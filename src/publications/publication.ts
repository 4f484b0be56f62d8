import type { z } from 'zod';
import type { BuildCache } from '../cache/build-cache.ts';
import type { PersistentCache } from '../cache/persistent-cache.ts';
import { hasErrors, type Problem } from '../diagnostics/problem.ts';
import type { PhotoReader, ReadyPicture } from '../images/read-photo.ts';
import type { BuildFacts } from '../output/build-report.ts';
import type { DocumentDefinition, Resources } from '../pdf/definition.ts';
import type { Finding } from '../source/finding.ts';
import { readYaml, type SourceDocument } from '../source/read-yaml.ts';
import { checkSchema } from '../source/schema-problems.ts';
import type { Values } from '../templates/phrases.ts';
import type { TemplateFolder } from '../templates/template-folder.ts';
import type { MissingFinder } from '../text/missing-characters.ts';
import type { IssueView } from './issue-view.ts';
/**
 * What one publication is, stage by stage; the pipeline calls the stages in order. `Issue` is what
 * its editors write, `Template` what its folder under templates/ holds, `Entry` what is remembered of
 * an issue to compare others with; it is kept as JSON.
 */
export interface Publication<Issue, Template, Entry> {
  /** Name of its folders, and the beginning of its files' names. */
  readonly name: string;
  readonly schema: z.ZodType<Issue>;
  /** The issue's name within the publication, such as 2024-19. */
  issueName(issue: Issue): string;
  languageOf(issue: Issue): string;
  /** Loads the template of a language; what it makes of texts is kept. */
  loadTemplate(
    folder: TemplateFolder,
    language: string,
    kept: TemplateCaches,
  ): Promise<LoadedTemplate<Template>>;
  /** The rules that only a whole issue shows. */
  validate(issue: Issue, document: SourceDocument, context: IssueContext<Template>): Finding[];
  /** The editorial rules: warnings about what may be printed but was hardly meant. */
  review(
    issue: Issue,
    document: SourceDocument,
    context: { readonly template: Template; readonly others: readonly Entry[] },
  ): Finding[];
  /** What is remembered of an issue that has the right shape. */
  record(issue: Issue, document: SourceDocument): Entry;
  preparePhotos(issue: Issue, context: PhotoTools<Template>): Promise<Photos>;
  /** Plans the issue that follows those that are there, as far as the editor does not say otherwise. */
  planIssue(requested: NewIssueOptions, before: IssuesBefore): IssuePlan | Refusal;
  /** Computes the bulletin and lays it out. */
  build(issue: Issue, template: Template, pictures: Photos['pictures']): BuiltIssue;
}

/** Where a template keeps what it makes of texts. */
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
  readonly findMissing: MissingFinder;
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

/** Prepared photos by the names a definition uses. */
export interface Photos {
  readonly pictures: ReadonlyMap<string, ReadyPicture>;
  readonly findings: readonly Finding[];
}

/** What an editor may say of a new issue, as it was typed: number, days, codes of countries. */
export type NewIssueOptions = Readonly<
  Partial<Record<'number' | 'from' | 'to' | 'countries', string | undefined>>
>;

/** The issues that are there. */
export interface IssuesBefore {
  /** Their names, the oldest first. */
  readonly names: readonly string[];
  /** What the newest one's file says; it may have mistakes, and undefined is no YAML at all. */
  readonly newest: unknown;
}

/** A new issue that is not written yet. */
export interface IssuePlan {
  /** Name of its folder. */
  readonly name: string;
  /** A file of the template, and what fills it. */
  readonly template: string;
  readonly values: Values;
}

/** Why an issue cannot be begun, each reason with the way out. */
export interface Refusal {
  readonly reasons: readonly string[];
}

/** A laid-out issue and what its report says; `places` are the nodes whose pages it names. */
export interface BuiltIssue {
  readonly definition: DocumentDefinition;
  readonly facts: Omit<BuildFacts, 'contents'>;
  readonly view: IssueView;
  readonly contents: readonly {
    readonly country: string;
    readonly title: string;
    readonly place: string;
  }[];
}

/** Makes what reads, from an issue's file, what is remembered of it; null without the right shape. */
export function createEntryParser<Issue, Entry>({
  schema,
  record,
}: Pick<Publication<Issue, never, Entry>, 'schema' | 'record'>): (
  bytes: Buffer,
  file: string,
) => Entry | null {
  return (bytes, file) => {
    const { document, problems } = readYaml(bytes.toString(), file);
    const { value } = hasErrors(problems) ? {} : checkSchema(schema, document);
    return value ? record(value, document) : null;
  };
}
