// The stages in order: source, schema, rules, photos, bulletin and layout, PDF, files.
import { dirname, join } from 'node:path';
import { type BuildCache, createBuildCache } from '../cache/build-cache.ts';
import { openCacheFiles } from '../cache/cache-files.ts';
import { cachesOf } from '../cache/caches.ts';
import { createPersistentCache } from '../cache/persistent-cache.ts';
import { shortenProblem } from '../diagnostics/limit-problems.ts';
import { hasErrors, type Problem, sortProblems } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import { createPictureCache } from '../images/picture-cache.ts';
import { createPhotoReader } from '../images/read-photo.ts';
import { type BuildReport, printReport, reportOn } from '../output/build-report.ts';
import { createPathReservations } from '../output/reserve-path.ts';
import { writeTogether } from '../output/write-together.ts';
import { createPdfEngine, type PdfEngine } from '../pdf/engine.ts';
import { measureTypesetting, type TypesettingFigures } from '../pdf/inspect/typesetting-report.ts';
import type { RenderedDocument } from '../pdf/render.ts';
import type {
  BuiltIssue,
  LoadedTemplate,
  Photos,
  Publication,
} from '../publications/publication.ts';
import { createEntryParser } from '../publications/publication.ts';
import { locateFindings } from '../source/finding.ts';
import { readSource } from '../source/read-source.ts';
import { readYaml, type SourceDocument } from '../source/read-yaml.ts';
import { checkSchema } from '../source/schema-problems.ts';
import { applySuppressions, checkSuppressions } from '../source/suppressions.ts';
import { openTemplateFolder } from '../templates/template-folder.ts';
import { createMissingFinder, type MissingFinder } from '../text/missing-characters.ts';
import { createIssueIndex } from './issue-index.ts';

/** What a build needs beside the issue. */
export interface PipelineContext {
  readonly host: Host;
  /** The project's folder. */
  readonly root: string;
  /** Where PDFs and reports go. */
  readonly output: string;
}

/** What came of an issue: its problems, and the texts that they point into by path. */
interface Outcome {
  readonly problems: readonly Problem[];
  readonly sources: ReadonlyMap<string, string>;
}

/** An issue that was set but not written; nothing was set when it has errors. */
export interface RenderOutcome extends Outcome {
  readonly document: SourceDocument | undefined;
  readonly rendered: RenderedDocument | undefined;
  readonly report: BuildReport | undefined;
  /** The issue for the screen, and its photos by the names it uses. */
  readonly shown: (Pick<BuiltIssue, 'view'> & Pick<Photos, 'pictures'>) | undefined;
  /** The issue's name with its publication's: information-release-2024-19. */
  readonly name: string | undefined;
}

/** An issue that was built; with errors there is neither a report nor a file. */
export interface BuildOutcome extends Outcome {
  readonly report: BuildReport | undefined;
  /** Path of the PDF. */
  readonly file: string | undefined;
}

const NOT_SET = {
  rendered: undefined,
  report: undefined,
  shown: undefined,
  name: undefined,
} as const;

/** Takes issues of one publication through the stages; its templates are read once a language. */
export interface Pipeline {
  /** Source to pages: everything but writing; by the editorial rules too where that is asked for. */
  renderIssue(file: string, looking?: { editorial: boolean }): Promise<RenderOutcome>;
  /** Source to pages, and how well they are set; no figures when the issue has errors. */
  measureIssue(file: string): Promise<RenderOutcome & { figures: TypesettingFigures | undefined }>;
  /** Every problem of an issue, those of the editorial rules too; it is not set. */
  checkIssue(file: string): Promise<Outcome>;
  /**
   * Source to files. Nothing is written when the issue has errors.
   * @throws WriteFailure when the files cannot be written
   */
  buildIssue(file: string): Promise<BuildOutcome>;
  /**
   * Keeps for the next run what was made of fonts, words, drawings and templates. To be called when
   * there is time; where nothing can be kept it does nothing.
   */
  saveCaches(): Promise<void>;
}

/** Texts of templates that are kept checked. */
const MOST_TEMPLATES = 20;

/** Makes a pipeline for a publication. */
export function createPipeline<Issue, Template, Entry>(
  publication: Publication<Issue, Template, Entry>,
  { host, root, output }: PipelineContext,
): Pipeline {
  const issuesFolder = join(root, 'issues');
  const caches = cachesOf(root);
  const buildCache = createBuildCache();
  const pictures = createPictureCache(caches.pictures, host);
  const readPhoto = createPhotoReader(pictures, host, buildCache);
  const cacheFiles = openCacheFiles(caches.made, host);
  const issueIndex = createIssueIndex(createEntryParser(publication), {
    issuesFolder,
    publication: publication.name,
    cacheFiles,
    host,
  });
  const persistentCache = createPersistentCache(buildCache, cacheFiles);
  const engine = createPdfEngine(buildCache, persistentCache, cacheFiles);
  const knownTemplates = () => persistentCache.open<unknown>('templates', MOST_TEMPLATES);
  const folder = openTemplateFolder(root, publication.name, host, knownTemplates);
  const templates = new Map<string, Promise<ReadyTemplate<Template>>>();
  const templateFor = (language: string) => {
    const load = () => publication.loadTemplate(folder, language, { buildCache, persistentCache });
    const ready = templates.get(language) ?? prepareTemplate(load(), { engine, buildCache });
    templates.set(language, ready);
    return ready;
  };

  /** Source, schema, rules, photos: every problem that can be found without setting the issue. */
  const inspectIssue = async (
    file: string,
    { editorial }: { editorial: boolean },
  ): Promise<Inspection<Issue, Template>> => {
    buildCache.startBuild();
    const source = await readSource(file, issuesFolder, host);
    if (source.text === undefined) return { documents: [], problems: source.problems };
    const { document, problems: syntax } = readYaml(source.text, file);
    if (hasErrors(syntax)) return { documents: [document], problems: syntax };
    // With errors in its shape the rules are asked about the rest: every problem comes in one run.
    const { value, partial, problems: shape } = checkSchema(publication.schema, document);
    const issue = partial.value;
    const { template, fonts, findMissing, ...loaded } = await templateFor(
      publication.languageOf(issue),
    );
    if (!template) return loaded;
    const rules = publication.validate(issue, document, { template, findMissing, issuesFolder });
    const tools = { template, folder: dirname(file), readPhoto, atATime: host.processors };
    const photos = await publication.preparePhotos(issue, tools);
    await pictures.trim();
    const review = editorial
      ? publication.review(issue, document, { template, others: await issueIndex.listOthers(file) })
      : [];
    const found = locateFindings([...rules, ...photos.findings, ...review], document, partial);
    const all = [...syntax, ...shape, ...found];
    const comments = editorial ? checkSuppressions(all, document) : [];
    const problems = applySuppressions([...all, ...comments], document);
    const ready = value && !hasErrors(problems);
    const sound = ready ? { issue: value, template, fonts, pictures: photos.pictures } : undefined;
    return { documents: [document], problems, sound };
  };

  const renderIssue: Pipeline['renderIssue'] = async (file, looking = { editorial: false }) => {
    const { documents, sound, ...inspected } = await inspectIssue(file, looking);
    const [document] = documents;
    const problems = sortProblems(inspected.problems).map(shortenProblem);
    const sources = textsOf(documents);
    if (!sound) return { ...NOT_SET, document, problems, sources };
    const { issue, template, fonts } = sound;
    const built = publication.build(issue, template, sound.pictures);
    const read = [...sound.pictures].map(async ([name, p]) => [name, await p.read()] as const);
    const pictures = Object.fromEntries(await Promise.all(read));
    const rendered = await engine.render(built.definition, { fonts, pictures });
    const report = reportOn(publication.name, built, rendered, problems);
    const name = `${publication.name}-${publication.issueName(issue)}`;
    const shown = { view: built.view, pictures: sound.pictures };
    return { document, rendered, report, shown, name, problems, sources };
  };

  const checkIssue = async (file: string): Promise<Outcome> => {
    const { problems, documents } = await inspectIssue(file, { editorial: true });
    return { problems: sortProblems(problems).map(shortenProblem), sources: textsOf(documents) };
  };

  const reservations = createPathReservations();
  const buildIssue = async (file: string): Promise<BuildOutcome> => {
    const { rendered, report, name, problems, sources } = await renderIssue(file);
    if (!rendered || !report) return { report: undefined, file: undefined, problems, sources };
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
    const { rendered } = outcome;
    return {
      ...outcome,
      figures: rendered && measureTypesetting(rendered.lines, rendered.textFoot),
    };
  };
  const saveCaches = async () => {
    await engine.saveShapes();
    await persistentCache.keep();
  };
  return { renderIssue, measureIssue, checkIssue, buildIssue, saveCaches };
}

/** What was found about an issue before it is set. */
interface Inspection<Issue, Template> {
  /** What the problems point into: the issue, or a template's files when those have mistakes. */
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly Problem[];
  /** The issue and all that is needed to set it; absent when it has errors. */
  readonly sound?:
    | {
        readonly issue: Issue;
        readonly template: Template;
        readonly fonts: LoadedTemplate<Template>['fonts'];
        readonly pictures: Photos['pictures'];
      }
    | undefined;
}

type ReadyTemplate<Template> = LoadedTemplate<Template> & {
  readonly findMissing: MissingFinder;
};

async function prepareTemplate<Template>(
  loading: Promise<LoadedTemplate<Template>>,
  { engine, buildCache }: { engine: PdfEngine; buildCache: BuildCache },
): Promise<ReadyTemplate<Template>> {
  const loaded = await loading;
  const coverage = await engine.coverageOf(loaded.fonts);
  return { ...loaded, findMissing: createMissingFinder(coverage, buildCache) };
}

function textsOf(documents: readonly SourceDocument[]): Map<string, string> {
  return new Map(documents.map(({ file, text }) => [file, text]));
}
