// The stages in order: inspect, compose and lay out, render, write.
import { join } from 'node:path';
import { createBuildCache } from '../cache/build-cache.ts';
import { cacheFoldersOf, openCacheFiles } from '../cache/cache-files.ts';
import { createPersistentCache } from '../cache/persistent-cache.ts';
import { type Problem, shortenProblem, sortProblems } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import { createPictureCache } from '../images/picture-cache.ts';
import { createPhotoReader } from '../images/read-photo.ts';
import { type BuildReport, composeBuildReport, serializeReport } from '../output/build-report.ts';
import { createPathReservations } from '../output/reserve-path.ts';
import { writeTogether } from '../output/write-together.ts';
import { createPdfEngine } from '../pdf/engine.ts';
import { measureTypesetting, type TypesettingFigures } from '../pdf/inspect/typesetting-report.ts';
import type { RenderedDocument } from '../pdf/render.ts';
import type { AnyPublication, Photos } from '../publications/publication.ts';
import { addLanguage, issueNameOf } from '../source/issue-file.ts';
import type { SourceDocument } from '../source/read-yaml.ts';
import { createInspector, type InspectionOptions } from './inspect-issue.ts';

/** Host and folders of a build. */
export interface PipelineContext {
  readonly host: Host;
  /** The project's folder. */
  readonly root: string;
  /** Folder for PDFs and reports. */
  readonly output: string;
}

/** Problems of an edition, and the texts that they point into, by path. */
interface Outcome {
  readonly problems: readonly Problem[];
  readonly sources: ReadonlyMap<string, string>;
}

/** Result of rendering an edition. An edition with errors is not rendered. */
export interface RenderOutcome extends Outcome {
  readonly document: SourceDocument | undefined;
  readonly issue: RenderedIssue | undefined;
}

/** A rendered edition. */
export interface RenderedIssue {
  readonly publication: AnyPublication;
  /** The issue with all computed values. Its type is the publication's own. */
  readonly composed: unknown;
  /** Prepared photos by name. */
  readonly pictures: Photos['pictures'];
  readonly rendered: RenderedDocument;
  readonly report: BuildReport;
  /** Name of its files, without extension. */
  readonly name: string;
}

/** Result of building an edition. With errors, there is no report and no file. */
export interface BuildOutcome extends Outcome {
  readonly report: BuildReport | undefined;
  /** Path of the PDF. */
  readonly file: string | undefined;
}

/** Checks, renders and builds editions. Reads the templates of each publication once per language. */
export interface Pipeline {
  /** Renders an edition without writing it. Applies the editorial rules if `options` say so. */
  renderIssue(file: string, options?: InspectionOptions): Promise<RenderOutcome>;
  /** Renders an edition and measures its typesetting. There are no figures if it has errors. */
  measureIssue(file: string): Promise<RenderOutcome & { figures: TypesettingFigures | undefined }>;
  /** Finds all problems of an edition, including editorial ones, without rendering it. */
  checkIssue(file: string): Promise<Outcome>;
  /**
   * Renders an edition and writes its files. Writes nothing if the edition has errors.
   * @throws WriteFailure if the files cannot be written
   */
  buildIssue(file: string): Promise<BuildOutcome>;
  /**
   * Saves the caches of fonts, words, drawings and templates for the next run. Call it after the visible
   * work is done. Does nothing if they cannot be saved.
   */
  saveCaches(): Promise<void>;
}

/** Creates a pipeline. It shares its caches among all editions. */
export function createPipeline({ host, root, output }: PipelineContext): Pipeline {
  const caches = cacheFoldersOf(root);
  const buildCache = createBuildCache();
  const pictures = createPictureCache(caches.pictures, host);
  const cacheFiles = openCacheFiles(caches.made, host);
  const persistentCache = createPersistentCache(buildCache, cacheFiles);
  const engine = createPdfEngine(buildCache, persistentCache, cacheFiles);
  const inspect = createInspector({
    host,
    root,
    issuesFolder: join(root, 'issues'),
    buildCache,
    cacheFiles,
    persistentCache,
    pictures,
    readPhoto: createPhotoReader(pictures, host, buildCache),
    engine,
  });

  const renderIssue: Pipeline['renderIssue'] = async (file, options = { editorial: false }) => {
    const { documents, ready, ...inspected } = await inspect(file, options);
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
        report: composeBuildReport(publication.name, facts, rendered, problems),
        name,
      },
    };
  };

  const checkIssue = async (file: string): Promise<Outcome> => {
    const options = { editorial: true };
    const { problems, documents } = await inspect(file, options);
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
      { path: join(output, `${name}.json`), bytes: Buffer.from(serializeReport(report)) },
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
    await persistentCache.save();
  };
  return { renderIssue, measureIssue, checkIssue, buildIssue, saveCaches };
}

function textsOf(documents: readonly SourceDocument[]): Map<string, string> {
  return new Map(documents.map(({ file, text }) => [file, text]));
}
