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
  /** Moment before which the issue must not be released, in ISO 8601 with its time zone. */
  readonly embargo: string | undefined;
  /** Name of the issue's files, without language and ending. */
  readonly issueName: string;
  /** Name of the edition's files, without their endings. */
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
  renderIssue(file: string, options?: InspectionOptions): Promise<RenderOutcome>;
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
   * Builds editions of one issue; their reports name each other's PDFs. An edition with errors does not
   * stop the others. The files of all of them are written together.
   * @param files the editions; others of the issue that are in the output folder are linked, too
   * @throws WriteFailure when the files cannot be written
   */
  buildEditions(files: readonly string[]): Promise<BuildOutcome[]>;
  /**
   * Saves for the next run what was computed from fonts, words, drawings and templates. To be called
   * when there is time; where nothing can be saved it does nothing.
   */
  saveCaches(): Promise<void>;
}

/** Creates a pipeline. */
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
        report: composeBuildReport(publication.name, facts, rendered, problems),
        embargo: publication.embargoOf?.(issue),
        issueName,
        name: addLanguage(issueName, file),
      },
    };
  };

  const checkIssue = async (file: string): Promise<Outcome> => {
    const options = { editorial: true };
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
  const listOtherEditions = async (files: readonly string[]) => {
    const folder = dirname(files[0] ?? '');
    const names = (await host.list(folder)).filter(isEdition).sort(compareEditions);
    return names.map((name) => join(folder, name)).filter((file) => !files.includes(file));
  };
  const buildEditions: Pipeline['buildEditions'] = async (files) => {
    const outcomes = [];
    for (const file of files) outcomes.push(await renderReserved(file));
    const built = outcomes.flatMap(({ issue }) => issue ?? []);
    const others = await listOtherEditions(files);
    const earlier = await readBuiltEditions(
      built
        .slice(0, 1)
        .flatMap(({ issueName }) => others.map((one) => addLanguage(issueName, one))),
      output,
      host,
    );
    const linked = linkEditions([...built, ...earlier]);
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
