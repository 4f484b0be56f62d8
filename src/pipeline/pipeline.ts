// The stages in order: inspect, compose and lay out, render, write.
import { dirname, join } from 'node:path';
import { createBuildCache } from '../cache/build-cache.ts';
import { cacheFoldersOf, openCacheFiles } from '../cache/cache-files.ts';
import { createPersistentCache } from '../cache/persistent-cache.ts';
import { type Problem, shortenProblem, sortProblems } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import { createPictureCache } from '../images/picture-cache.ts';
import { createPhotoReader } from '../images/read-photo.ts';
import { type BuildReport, composeBuildReport, serializeReport } from '../output/build-report.ts';
import { linkEditions, readBuiltEditions } from '../output/edition-links.ts';
import { createPathReservations } from '../output/reserve-path.ts';
import { writeTogether } from '../output/write-together.ts';
import { createPdfEngine } from '../pdf/engine.ts';
import { measureTypesetting, type TypesettingFigures } from '../pdf/inspect/typesetting-report.ts';
import type { RenderedDocument } from '../pdf/render.ts';
import type { AnyPublication, Photos } from '../publications/publication.ts';
import { addLanguage, compareEditions, isEdition, issueNameOf } from '../source/issue-file.ts';
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
  /** Moment before which the issue must not be released, in ISO 8601 with its time zone. */
  readonly embargo: string | undefined;
  /** Name of the issue's files, without language and extension. */
  readonly issueName: string;
  /** Name of the edition's files, without extension. */
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
  /**
   * Finds all problems of an edition, including editorial ones, without rendering it.
   * @param texts texts by path that are checked in place of the files'
   */
  checkIssue(file: string, texts?: ReadonlyMap<string, string>): Promise<Outcome>;
  /**
   * Renders an edition and writes its files. Writes nothing if the edition has errors.
   * @throws WriteFailure if the files cannot be written
   */
  buildIssue(file: string): Promise<BuildOutcome>;
  /**
   * Builds editions of one issue, whose reports name the PDFs of each other, and writes them together. An
   * edition with errors does not stop the others.
   * @param files the editions; other editions that are in the output folder are linked too
   * @throws WriteFailure if the files cannot be written
   */
  buildEditions(files: readonly string[]): Promise<BuildOutcome[]>;
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
    const issueName = publication.fileName(issue, issueNameOf(file));
    return {
      document,
      problems,
      sources,
      issue: {
        publication,
        composed,
        pictures: photos.pictures,
        rendered,
        report: composeBuildReport(
          publication.name,
          facts,
          rendered,
          problems,
          publication.isDraft?.(issue),
        ),
        embargo: publication.embargoOf?.(issue),
        issueName,
        name: addLanguage(issueName, file),
      },
    };
  };

  const checkIssue: Pipeline['checkIssue'] = async (file, texts) => {
    const options = { editorial: true, ...(texts && { texts }) };
    const { problems, documents } = await inspect(file, options);
    return { problems: sortProblems(problems).map(shortenProblem), sources: textsOf(documents) };
  };

  const reservations = createPathReservations();
  const pathOf = (name: string, ending: string) => join(output, `${name}.${ending}`);
  const renderReserved = async (file: string) => {
    const { issue, problems, sources } = await renderIssue(file);
    const duplicate = issue && reservations.reserve(pathOf(issue.name, 'pdf'), file);
    return duplicate
      ? { issue: undefined, problems: [...problems, duplicate], sources }
      : { issue, problems, sources };
  };
  /** Reads the reports of the other editions of an issue that are in the output folder. */
  const readOtherEditions = async (folder: string, built: readonly RenderedIssue[]) => {
    const [one] = built;
    if (!one) return [];
    const editions = (await host.list(folder)).filter(isEdition).sort(compareEditions);
    const names = editions.map((edition) => addLanguage(one.issueName, edition));
    const others = names.filter((name) => built.every((other) => other.name !== name));
    return readBuiltEditions(others, output, host);
  };
  const buildEditions: Pipeline['buildEditions'] = async (files) => {
    const outcomes = [];
    for (const file of files) outcomes.push(await renderReserved(file));
    const built = outcomes.flatMap(({ issue }) => issue ?? []);
    const others = await readOtherEditions(dirname(files[0] ?? ''), built);
    const linked = linkEditions([...built, ...others]);
    const reportOf = (name: string) => linked.find((one) => one.name === name)?.report;
    await writeTogether(
      [
        ...built.map(({ name, rendered }) => ({
          path: pathOf(name, 'pdf'),
          bytes: rendered.bytes,
        })),
        ...linked.map(({ name, report }) => ({
          path: pathOf(name, 'json'),
          bytes: Buffer.from(serializeReport(report)),
        })),
      ],
      host,
    );
    return outcomes.map(({ issue, problems, sources }) => ({
      report: issue && reportOf(issue.name),
      file: issue && pathOf(issue.name, 'pdf'),
      problems,
      sources,
    }));
  };
  const buildIssue: Pipeline['buildIssue'] = async (file) => {
    const [outcome] = await buildEditions([file]);
    if (!outcome) throw new Error('No edition was built');
    return outcome;
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
  return { renderIssue, measureIssue, checkIssue, buildIssue, buildEditions, saveCaches };
}

function textsOf(documents: readonly SourceDocument[]): Map<string, string> {
  return new Map(documents.map(({ file, text }) => [file, text]));
}
