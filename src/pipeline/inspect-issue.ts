// The stages before an edition is rendered: source, publication, schema, rules, photos.
import { dirname } from 'node:path';
import type { BuildCache } from '../cache/build-cache.ts';
import type { CacheFiles } from '../cache/cache-files.ts';
import type { PersistentCache } from '../cache/persistent-cache.ts';
import { hasErrors, type Problem } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import type { PictureCache } from '../images/picture-cache.ts';
import type { PhotoReader } from '../images/read-photo.ts';
import type { PdfEngine } from '../pdf/engine.ts';
import { CODES, findPublication } from '../publications/index.ts';
import type { AnyPublication, LoadedTemplate, Photos } from '../publications/publication.ts';
import { locateFindings } from '../source/finding.ts';
import { readSource } from '../source/read-source.ts';
import { readYaml, type SourceDocument } from '../source/read-yaml.ts';
import { checkSchema } from '../source/schema-problems.ts';
import { applySuppressions, checkSuppressions } from '../source/suppressions.ts';
import { openTemplateFolder } from '../templates/template-folder.ts';
import {
  createMissingCharacterFinder,
  type MissingCharacterFinder,
} from '../text/missing-characters.ts';
import { createEntryParser, createIssueIndex, type IssueIndex } from './issue-index.ts';

/** Texts of templates that are kept checked. */
const MOST_TEMPLATES = 20;

/** What inspecting needs; it is shared by all publications. */
export interface InspectionTools {
  readonly host: Host;
  /** The project's folder. */
  readonly root: string;
  readonly issuesFolder: string;
  readonly buildCache: BuildCache;
  readonly cacheFiles: CacheFiles;
  readonly persistentCache: PersistentCache;
  readonly pictures: PictureCache;
  readonly readPhoto: PhotoReader;
  readonly engine: PdfEngine;
}

/** What was found about an edition before it is rendered. */
export interface Inspection {
  /** What the problems point into: the issue, or a template's files when those have mistakes. */
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly Problem[];
  /** The issue and everything that it is rendered with; absent when it has errors. */
  readonly ready?:
    | {
        readonly publication: AnyPublication;
        readonly issue: unknown;
        readonly template: unknown;
        readonly fonts: LoadedTemplate<unknown>['fonts'];
        readonly photos: Photos;
      }
    | undefined;
}

/** What an edition is inspected for. */
export interface InspectionOptions {
  /** Whether the editorial rules are asked, too. */
  readonly editorial: boolean;
}

/** Finds every problem of an edition that can be found without rendering it. */
export type InspectIssue = (file: string, options: InspectionOptions) => Promise<Inspection>;

/** Creates an inspector; each publication's templates are read once for each language. */
export function createInspector(tools: InspectionTools): InspectIssue {
  const publications = new Map<AnyPublication, OpenPublication>();
  const opened = (publication: AnyPublication) => {
    const known = publications.get(publication) ?? openPublication(publication, tools);
    publications.set(publication, known);
    return known;
  };
  return (file, options) => inspectIssue(file, options, tools, opened);
}

/** What the issues of one publication share. */
interface OpenPublication {
  readonly issueIndex: IssueIndex | undefined;
  /** The template of a language. */
  templateFor(language: string): Promise<ReadyTemplate>;
}

function openPublication(publication: AnyPublication, tools: InspectionTools): OpenPublication {
  const { root, host, buildCache, persistentCache } = tools;
  const knownTemplates = () => persistentCache.open<unknown>('templates', MOST_TEMPLATES);
  const folder = openTemplateFolder(root, publication.name, host, knownTemplates);
  const templates = new Map<string, Promise<ReadyTemplate>>();
  return {
    issueIndex:
      publication.index &&
      createIssueIndex(createEntryParser(publication), { ...tools, publication: publication.name }),
    templateFor(language) {
      const load = () =>
        publication.loadTemplate(folder, language, {
          buildCache,
          persistentCache,
          measureLines: tools.engine.measureLines,
        });
      const ready = templates.get(language) ?? prepareTemplate(load(), tools);
      templates.set(language, ready);
      return ready;
    },
  };
}

type ReadyTemplate = LoadedTemplate<unknown> & { readonly findMissing: MissingCharacterFinder };

async function prepareTemplate(
  loading: Promise<LoadedTemplate<unknown>>,
  { engine, buildCache }: Pick<InspectionTools, 'engine' | 'buildCache'>,
): Promise<ReadyTemplate> {
  const loaded = await loading;
  const coverage = await engine.coverageOf(loaded.fonts);
  return { ...loaded, findMissing: createMissingCharacterFinder(coverage, buildCache) };
}

async function inspectIssue(
  file: string,
  { editorial }: InspectionOptions,
  { host, issuesFolder, buildCache, pictures, readPhoto }: InspectionTools,
  opened: (publication: AnyPublication) => OpenPublication,
): Promise<Inspection> {
  buildCache.startBuild();
  const source = await readSource(file, issuesFolder, host);
  if (source.text === undefined) return { documents: [], problems: source.problems };
  const { document, problems: syntax } = readYaml(source.text, file);
  if (hasErrors(syntax)) return { documents: [document], problems: syntax };
  const { publication, problem } = findPublication(document);
  if (!publication) return { documents: [document], problems: [...syntax, problem] };
  const { issueIndex, templateFor } = opened(publication);
  // With errors in its shape the rules are asked about the rest: every problem comes in one run.
  const { value, partial, problems: shape } = checkSchema(publication.schema, document);
  const issue = partial.value;
  const { template, fonts, findMissing, ...loaded } = await templateFor(
    publication.languageOf(issue),
  );
  if (template === undefined) return loaded;
  const documents = [document, ...(loaded.problems.length > 0 ? loaded.documents : [])];
  const rules = publication.validate(issue, document, { template, findMissing, issuesFolder });
  const photoTools = { template, folder: dirname(file), readPhoto, concurrency: host.processors };
  const photos = await publication.preparePhotos(issue, photoTools);
  await pictures.trim();
  const review = editorial
    ? publication.review(issue, document, {
        template,
        others: (await issueIndex?.listOthers(file)) ?? [],
      })
    : [];
  const found = locateFindings([...rules, ...photos.findings, ...review], document, partial);
  const all = [...syntax, ...shape, ...found];
  const comments = editorial ? checkSuppressions(all, document, CODES) : [];
  const problems = [...loaded.problems, ...applySuppressions([...all, ...comments], document)];
  const isReady = value !== undefined && !hasErrors(problems);
  const ready = isReady ? { publication, issue: value, template, fonts, photos } : undefined;
  return { documents, problems, ready };
}
