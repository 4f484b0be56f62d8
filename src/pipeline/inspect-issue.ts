// The stages before an edition is rendered: source, publication, schema, rules, photos.
import { dirname } from 'node:path';
import type { BuildCache } from '../cache/build-cache.ts';
import type { CacheFiles } from '../cache/cache-files.ts';
import type { PersistentCache } from '../cache/persistent-cache.ts';
import { hasErrors, type Problem } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import { listPictures } from '../images/find-photo.ts';
import type { PictureCache } from '../images/picture-cache.ts';
import type { PhotoReader } from '../images/read-photo.ts';
import type { PdfEngine } from '../pdf/engine.ts';
import { CODES } from '../publications/index.ts';
import type { AnyPublication, LoadedTemplate, Photos } from '../publications/publication.ts';
import { locateFindings } from '../source/finding.ts';
import { languageInName } from '../source/issue-file.ts';
import type { SourceDocument } from '../source/read-yaml.ts';
import {
  addSuppressionEdits,
  applySuppressions,
  checkSuppressions,
} from '../source/suppressions.ts';
import { type ReadProofing, readProofing } from '../templates/read-proofing.ts';
import { openTemplateFolder } from '../templates/template-folder.ts';
import {
  createMissingCharacterFinder,
  type MissingCharacterFinder,
} from '../text/missing-characters.ts';
import { createEntryParser, createIssueIndex, type IssueIndex } from './issue-index.ts';
import { findingsHere, readEdition } from './read-edition.ts';

/** Maximum number of checked template texts in the cache. */
const MAX_CACHED_TEMPLATES = 20;

/** Resources for inspecting issues, shared by all publications. */
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

/** Result of inspecting an edition. */
export interface Inspection {
  /** Files that the problems point into: the issue, and the template's files if they have problems. */
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly Problem[];
  /** The issue and everything needed to render it; absent if it has errors. */
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

/** Options of an inspection. */
export interface InspectionOptions {
  /** Whether to apply the editorial rules too. */
  readonly editorial: boolean;
  /** Texts by path that are checked in place of the files'. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** Finds all problems of an edition that can be found without rendering it. */
export type InspectIssue = (file: string, options: InspectionOptions) => Promise<Inspection>;

/** Creates an inspector. It reads the templates of each publication once per language. */
export function createInspector(tools: InspectionTools): InspectIssue {
  const publications = new Map<AnyPublication, OpenPublication>();
  const opened = (publication: AnyPublication) => {
    const known = publications.get(publication) ?? openPublication(publication, tools);
    publications.set(publication, known);
    return known;
  };
  const languages = new Map<string, Promise<ReadProofing>>();
  const proofingFor = (language: string) => {
    const read = languages.get(language) ?? readProofing(language, tools);
    languages.set(language, read);
    return read;
  };
  return (file, options) => inspectIssue(file, options, tools, { opened, proofingFor });
}

/** Resources that are opened when they are first needed. */
interface OpenResources {
  opened(publication: AnyPublication): OpenPublication;
  proofingFor(language: string): Promise<ReadProofing>;
}

/** Resources shared by the issues of one publication. */
interface OpenPublication {
  readonly issueIndex: IssueIndex | undefined;
  /** Returns the template in a language. */
  templateFor(language: string): Promise<ReadyTemplate>;
}

function openPublication(publication: AnyPublication, tools: InspectionTools): OpenPublication {
  const { root, host, buildCache, persistentCache } = tools;
  const knownTemplates = () => persistentCache.open<unknown>('templates', MAX_CACHED_TEMPLATES);
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
          findMissingIn: (fonts) => createFinder(fonts, tools),
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
  tools: Pick<InspectionTools, 'engine' | 'buildCache'>,
): Promise<ReadyTemplate> {
  const loaded = await loading;
  return { ...loaded, findMissing: await createFinder(loaded.fonts, tools) };
}

async function createFinder(
  fonts: LoadedTemplate<unknown>['fonts'],
  { engine, buildCache }: Pick<InspectionTools, 'engine' | 'buildCache'>,
): Promise<MissingCharacterFinder> {
  return createMissingCharacterFinder(await engine.coverageOf(fonts), buildCache);
}

async function inspectIssue(
  file: string,
  { editorial, texts }: InspectionOptions,
  { host, issuesFolder, buildCache, pictures, readPhoto, engine }: InspectionTools,
  { opened, proofingFor }: OpenResources,
): Promise<Inspection> {
  buildCache.startBuild();
  // The rules also check the valid part of an issue with schema errors, so one run reports all problems.
  const read = await readEdition(file, { editorial }, { issuesFolder, host, texts });
  if (!read.publication) {
    return { documents: read.document ? [read.document] : [], problems: read.problems };
  }
  const { publication, issue, document } = read;
  const { issueIndex, templateFor } = opened(publication);
  const { template, fonts, findMissing, ...loaded } = await templateFor(
    publication.languageOf(issue),
  );
  if (template === undefined) return loaded;
  const rules = publication.validate(issue, document, { template, findMissing, issuesFolder });
  const measure = (lines: Parameters<typeof engine.measureLines>[1]) =>
    engine.measureLines(`${publication.name}-texts`, lines, fonts);
  const widths = (await publication.checkWidths?.(issue, { template, measure })) ?? [];
  const photoTools = { template, folder: dirname(file), readPhoto, concurrency: host.processors };
  const photos = await publication.preparePhotos(issue, photoTools);
  await pictures.trim();
  const isOwn = dirname(dirname(file)) === issuesFolder;
  const proofing = editorial ? await proofingFor(publication.languageOf(issue)) : undefined;
  const review = proofing
    ? publication.review(issue, document, {
        template,
        proofing: proofing.tools,
        // A copy elsewhere, or an issue of another archive, has no place in the order of the project's issues.
        others: isOwn ? ((await issueIndex?.listOthers(file)) ?? []) : [],
        pictures: languageInName(file) === undefined ? await listPictures(dirname(file), host) : [],
      })
    : [];
  const here = findingsHere([...rules, ...widths, ...photos.findings, ...review], read);
  const all = [...read.problems, ...locateFindings(here, document, read)];
  const comments = editorial ? checkSuppressions(all, document, CODES, { isWhole: isOwn }) : [];
  const unsuppressed = applySuppressions([...all, ...comments], document);
  // Only commands that show warnings to an editor apply the editorial rules.
  const suppressible = editorial ? addSuppressionEdits(unsuppressed, document) : unsuppressed;
  const problems = [...loaded.problems, ...(proofing?.problems ?? []), ...suppressible];
  const documents = [
    document,
    ...(loaded.problems.length > 0 ? loaded.documents : []),
    ...(proofing?.documents ?? []),
  ];
  const isReady = read.isComplete && !hasErrors(problems);
  const ready = isReady ? { publication, issue, template, fonts, photos } : undefined;
  return { documents, problems, ready };
}
