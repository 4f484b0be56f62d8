// The stages in order: source, publication, schema, rules, photos, compose and layout, PDF, files.
import { dirname, join } from 'node:path';
import { type BuildCache, createBuildCache } from '../cache/build-cache.ts';
import { type CacheFiles, openCacheFiles } from '../cache/cache-files.ts';
import { cachesOf } from '../cache/caches.ts';
import { createPersistentCache, type PersistentCache } from '../cache/persistent-cache.ts';
import { shortenProblem } from '../diagnostics/limit-problems.ts';
import { hasErrors, type Problem, sortProblems } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import { createPictureCache, type PictureCache } from '../images/picture-cache.ts';
import { createPhotoReader, type PhotoReader } from '../images/read-photo.ts';
import { type BuildReport, printReport, reportOn } from '../output/build-report.ts';
import { createPathReservations } from '../output/reserve-path.ts';
import { writeTogether } from '../output/write-together.ts';
import { createPdfEngine, type PdfEngine } from '../pdf/engine.ts';
import { measureTypesetting, type TypesettingFigures } from '../pdf/inspect/typesetting-report.ts';
import type { RenderedDocument } from '../pdf/render.ts';
import { CODES } from '../publications/index.ts';
import type { AnyPublication, LoadedTemplate, Photos } from '../publications/publication.ts';
import { locateFindings } from '../source/finding.ts';
import { addLanguage, issueNameOf } from '../source/issue-file.ts';
import { readSource } from '../source/read-source.ts';
import { readYaml, type SourceDocument } from '../source/read-yaml.ts';
import { checkSchema } from '../source/schema-problems.ts';
import { applySuppressions, checkSuppressions } from '../source/suppressions.ts';
import { openTemplateFolder } from '../templates/template-folder.ts';
import { createMissingFinder, type MissingFinder } from '../text/missing-characters.ts';
import { findPublication } from './find-publication.ts';
import { createEntryParser, createIssueIndex, type IssueIndex } from './issue-index.ts';

/** What a build needs beside the issue. */
export interface PipelineContext {
  readonly host: Host;
  /** The project's folder. */
  readonly root: string;
  /** Where PDFs and reports go. */
  readonly output: string;
}

/** What came of an edition: its problems, and the texts that they point into by path. */
interface Outcome {
  readonly problems: readonly Problem[];
  readonly sources: ReadonlyMap<string, string>;
}

/** An edition that was rendered but not written; nothing is rendered when it has errors. */
export interface RenderOutcome extends Outcome {
  readonly document: SourceDocument | undefined;
  readonly issue: RenderedIssue | undefined;
}

/** An edition as it is printed. */
export interface RenderedIssue {
  readonly publication: AnyPublication;
  /** The issue with everything that is computed, of the publication's own type. */
  readonly composed: unknown;
  /** The prepared photos by name. */
  readonly pictures: Photos['pictures'];
  readonly rendered: RenderedDocument;
  readonly report: BuildReport;
  /** Name of its files, without their endings: information-release-2024-19. */
  readonly name: string;
}

/** An edition that was built; with errors there is neither a report nor a file. */
export interface BuildOutcome extends Outcome {
  readonly report: BuildReport | undefined;
  /** Path of the PDF. */
  readonly file: string | undefined;
}

/** Takes editions through the stages; each publication's templates are read once for each language. */
export interface Pipeline {
  /** Source to pages: everything but writing; with the editorial rules where that is asked for. */
  renderIssue(file: string, options?: { editorial: boolean }): Promise<RenderOutcome>;
  /** Source to pages, and figures about their typesetting; no figures when the issue has errors. */
  measureIssue(file: string): Promise<RenderOutcome & { figures: TypesettingFigures | undefined }>;
  /** Every problem of an edition, including those of the editorial rules; it is not rendered. */
  checkIssue(file: string): Promise<Outcome>;
  /**
   * Source to files. Nothing is written when the issue has errors.
   * @throws WriteFailure when the files cannot be written
   */
  buildIssue(file: string): Promise<BuildOutcome>;
  /**
   * Saves for the next run what was computed from fonts, words, drawings and templates. To be called
   * when there is time; where nothing can be saved it does nothing.
   */
  saveCaches(): Promise<void>;
}

/** Texts of templates that are kept checked. */
const MOST_TEMPLATES = 20;

/** Creates a pipeline. */
export function createPipeline({ host, root, output }: PipelineContext): Pipeline {
  const issuesFolder = join(root, 'issues');
  const caches = cachesOf(root);
  const buildCache = createBuildCache();
  const pictures = createPictureCache(caches.pictures, host);
  const cacheFiles = openCacheFiles(caches.made, host);
  const persistentCache = createPersistentCache(buildCache, cacheFiles);
  const engine = createPdfEngine(buildCache, persistentCache, cacheFiles);
  const tools: SharedTools = {
    host,
    root,
    issuesFolder,
    buildCache,
    cacheFiles,
    persistentCache,
    pictures,
    readPhoto: createPhotoReader(pictures, host, buildCache),
    engine,
  };
  const workshops = new Map<AnyPublication, Workshop>();
  const workshopOf = (publication: AnyPublication) => {
    const workshop = workshops.get(publication) ?? openWorkshop(publication, tools);
    workshops.set(publication, workshop);
    return workshop;
  };

  const renderIssue: Pipeline['renderIssue'] = async (file, options = { editorial: false }) => {
    const { documents, ready, ...inspected } = await inspectIssue(file, options, tools, workshopOf);
    const [document] = documents;
    const problems = sortProblems(inspected.problems).map(shortenProblem);
    const sources = textsOf(documents);
    if (!ready) return { document, problems, sources, issue: undefined };
    const { publication, issue, template, fonts, photos } = ready;
    const composed = publication.compose(issue, template, photos);
    const read = [...photos.pictures].map(async ([name, p]) => [name, await p.read()] as const);
    const rendered = await engine.render(publication.layOut(composed, template), {
      fonts,
      pictures: Object.fromEntries(await Promise.all(read)),
    });
    const facts = publication.factsOf(composed, template);
    const name = addLanguage(publication.fileName(issue, issueNameOf(file)), file);
    return {
      document,
      problems,
      sources,
      issue: {
        publication,
        composed,
        pictures: photos.pictures,
        rendered,
        report: reportOn(publication.name, facts, rendered, problems),
        name,
      },
    };
  };

  const checkIssue = async (file: string): Promise<Outcome> => {
    const options = { editorial: true };
    const { problems, documents } = await inspectIssue(file, options, tools, workshopOf);
    return { problems: sortProblems(problems).map(shortenProblem), sources: textsOf(documents) };
  };

  const reservations = createPathReservations();
  const buildIssue = async (file: string): Promise<BuildOutcome> => {
    const { issue, problems, sources } = await renderIssue(file);
    if (!issue) return { report: undefined, file: undefined, problems, sources };
    const { name, rendered, report } = issue;
    const path = join(output, `${name}.pdf`);
    const duplicate = reservations.reserve(path, file);
    if (duplicate) {
      return { report: undefined, file: undefined, problems: [...problems, duplicate], sources };
    }
    const files = [
      { path, bytes: rendered.bytes },
      { path: join(output, `${name}.json`), bytes: Buffer.from(printReport(report)) },
    ];
    await writeTogether(files, host);
    return { report, file: path, problems, sources };
  };

  const measureIssue: Pipeline['measureIssue'] = async (file) => {
    const outcome = await renderIssue(file);
    const rendered = outcome.issue?.rendered;
    const figures = rendered && measureTypesetting(rendered.lines, rendered.textFoot);
    return { ...outcome, figures };
  };

  const saveCaches = async () => {
    await engine.saveShapes();
    await persistentCache.keep();
  };
  return { renderIssue, measureIssue, checkIssue, buildIssue, saveCaches };
}

/** What all publications share. */
interface SharedTools {
  readonly host: Host;
  readonly root: string;
  readonly issuesFolder: string;
  readonly buildCache: BuildCache;
  readonly cacheFiles: CacheFiles;
  readonly persistentCache: PersistentCache;
  readonly pictures: PictureCache;
  readonly readPhoto: PhotoReader;
  readonly engine: PdfEngine;
}

/** What the issues of one publication share. */
interface Workshop {
  readonly issueIndex: IssueIndex | undefined;
  /** The template of a language. */
  templateFor(language: string): Promise<ReadyTemplate>;
}

function openWorkshop(publication: AnyPublication, tools: SharedTools): Workshop {
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
        publication.loadTemplate(folder, language, { buildCache, persistentCache });
      const ready = templates.get(language) ?? prepareTemplate(load(), tools);
      templates.set(language, ready);
      return ready;
    },
  };
}

/** Source, publication, schema, rules, photos: every problem that can be found without rendering. */
async function inspectIssue(
  file: string,
  { editorial }: { editorial: boolean },
  { host, issuesFolder, buildCache, pictures, readPhoto }: SharedTools,
  workshopOf: (publication: AnyPublication) => Workshop,
): Promise<Inspection> {
  buildCache.startBuild();
  const source = await readSource(file, issuesFolder, host);
  if (source.text === undefined) return { documents: [], problems: source.problems };
  const { document, problems: syntax } = readYaml(source.text, file);
  if (hasErrors(syntax)) return { documents: [document], problems: syntax };
  const { publication, problem } = findPublication(document);
  if (!publication) return { documents: [document], problems: [...syntax, problem] };
  const { issueIndex, templateFor } = workshopOf(publication);
  // With errors in its shape the rules are asked about the rest: every problem comes in one run.
  const { value, partial, problems: shape } = checkSchema(publication.schema, document);
  const issue = partial.value;
  const { template, fonts, findMissing, ...loaded } = await templateFor(
    publication.languageOf(issue),
  );
  if (template === undefined) return loaded;
  const documents = [document, ...(loaded.problems.length > 0 ? loaded.documents : [])];
  const rules = publication.validate(issue, document, { template, findMissing, issuesFolder });
  const photoTools = { template, folder: dirname(file), readPhoto, atATime: host.processors };
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

/** What was found about an edition before it is rendered. */
interface Inspection {
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

type ReadyTemplate = LoadedTemplate<unknown> & { readonly findMissing: MissingFinder };

async function prepareTemplate(
  loading: Promise<LoadedTemplate<unknown>>,
  { engine, buildCache }: Pick<SharedTools, 'engine' | 'buildCache'>,
): Promise<ReadyTemplate> {
  const loaded = await loading;
  const coverage = await engine.coverageOf(loaded.fonts);
  return { ...loaded, findMissing: createMissingFinder(coverage, buildCache) };
}

function textsOf(documents: readonly SourceDocument[]): Map<string, string> {
  return new Map(documents.map(({ file, text }) => [file, text]));
}
