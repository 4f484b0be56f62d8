import { basename, join } from 'node:path';
import { hasErrors } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import { assertWritable } from '../output/assert-writable.ts';
import type { BuildReport } from '../output/build-report.ts';
import { WriteFailure, writeTogether } from '../output/write-together.ts';
import { createPipeline } from '../pipeline/pipeline.ts';
import {
  type Base,
  buildBase,
  findBase,
  findTouchedIssues,
} from '../publishing/review/base-checkout.ts';
import { type BuiltTwice, drawReview } from '../publishing/review/draw-review.ts';
import {
  describeChange,
  type FormerReport,
  parseFormerReport,
  type Review,
  type ReviewedIssue,
  type ReviewFolder,
  reviewFolder,
} from '../publishing/review/review.ts';
import { composeReviewPage, type ShownIssue } from '../publishing/review/review-page.ts';
import { composeSummary } from '../publishing/review/summary.ts';
import { editionName } from '../source/issue-file.ts';
import { reportProblems } from './build-issue.ts';
import { listEditions, listIssues, UsageError } from './find-issues.ts';
import { displayPath, EXIT } from './terminal.ts';
/**
 * Builds every issue that the change since a commit touches, as it was and as it is, and puts the
 * pages side by side in output/review/.
 * @returns 0 when all could be built, 1 when an issue has errors
 * @throws UsageError, WriteFailure
 */
export async function buildReview(
  [name]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  if (!name) throw new UsageError('Give the commit to compare with, such as origin/main.');
  const places = reviewFolder(root);
  const known = await listIssues(join(root, 'issues'), host);
  const base = await findBase(name, root, host);
  const touched = base ? findTouchedIssues(base.changed, known) : { there: known, gone: [] };
  for (const folder of [places.before, places.after, places.pictures]) {
    await assertWritable(folder, host, 'fixed');
  }
  const present = await buildPresent(touched.there, places, root, host);
  await clearFormer(present, places, host);
  const obstacle = base
    ? await buildFormer(base, touched.there, places, root, host)
    : `this clone has no commit ${name}.`;
  const built = await Promise.all(present.map((one) => addFormer(one, places, host)));
  const shown = await drawReview(built, places, root, host);
  const gone = touched.gone.map((issue) => reviewed({ name: issue, errors: 0 }));
  const issues = [...shown.map(({ issue }) => issue), ...gone];
  await writeReview({ base: base?.commit, issues, obstacle }, shown, places, root, host);
  for (const issue of issues) host.print(`${issue.name}  ${describeChange(issue)}`);
  host.print(displayPath(places.page, host));
  return issues.some(({ errors }) => errors > 0) ? EXIT.issueHasErrors : EXIT.built;
}

/** An edition as it is now. */
interface PresentEdition {
  readonly name: string;
  readonly errors: number;
  readonly report: BuildReport | undefined;
  /** Name of its PDF; empty when it has errors. */
  readonly file: string;
}

/** Removes what an earlier run may have left: nothing of it may be taken for the base's. */
async function clearFormer(
  present: readonly PresentEdition[],
  { before }: ReviewFolder,
  host: Host,
): Promise<void> {
  for (const { file } of present) {
    if (file === '') continue;
    for (const path of [join(before, file), reportBeside(join(before, file))]) {
      const kind = await host.nameKindOf(path);
      if (kind === 'folder' || kind === 'other') {
        throw new WriteFailure(`${path} is no file. Move it away: a file is to be there.`);
      }
      await host.remove(path);
    }
  }
}

async function buildFormer(
  { commit }: Base,
  issues: readonly string[],
  { before, checkout }: ReviewFolder,
  root: string,
  host: Host,
): Promise<string | undefined> {
  if (issues.length === 0) return undefined;
  return buildBase({ commit, issues, checkout, output: before }, root, host);
}

async function buildPresent(
  names: readonly string[],
  { after }: ReviewFolder,
  root: string,
  host: Host,
): Promise<PresentEdition[]> {
  const pipeline = createPipeline({ host, root, output: after });
  const built: PresentEdition[] = [];
  for (const name of names) {
    for (const edition of await listEditions(join(root, 'issues', name), host)) {
      const outcome = await pipeline.buildIssue(edition);
      reportProblems(outcome, host);
      const errors = outcome.problems.filter((problem) => hasErrors([problem])).length;
      const file = basename(outcome.file ?? '');
      built.push({ name: editionName(edition), errors, report: outcome.report, file });
    }
  }
  return built;
}

async function addFormer(
  { file, ...present }: PresentEdition,
  { before }: ReviewFolder,
  host: Host,
): Promise<BuiltTwice> {
  const former = file === '' ? undefined : await readReport(join(before, file), host);
  return { issue: reviewed({ ...present, former }), file };
}

function reviewed({
  name,
  errors,
  former,
  report,
}: Pick<PresentEdition, 'name' | 'errors'> & {
  readonly former?: FormerReport | undefined;
  readonly report?: BuildReport | undefined;
}): ReviewedIssue {
  return { name, before: former, after: report, errors, pages: undefined };
}

function reportBeside(pdf: string): string {
  return pdf.replace(/\.pdf$/, '.json');
}

/** The report beside a PDF; undefined when that was not built. */
async function readReport(pdf: string, host: Host): Promise<FormerReport | undefined> {
  const path = reportBeside(pdf);
  if ((await host.kindOf(path)) !== 'file') return undefined;
  return parseFormerReport(String(await host.readFile(path)));
}

async function writeReview(
  review: Review,
  shown: readonly ShownIssue[],
  { record, page }: ReviewFolder,
  root: string,
  host: Host,
): Promise<void> {
  const files = shown.flatMap(({ pages }) =>
    pages.flatMap(({ before, after }) => [before?.file ?? [], after?.file ?? []].flat()),
  );
  const pictures = new Map<string, Buffer>();
  for (const file of files) pictures.set(file, await host.readFile(file));
  const css = String(
    await host.readFile(join(root, 'src', 'publishing', 'review', 'review-page.css')),
  );
  const html = composeReviewPage(shown, css, pictures);
  await writeTogether(
    [
      { path: record, bytes: Buffer.from(`${JSON.stringify(review, null, 2)}\n`) },
      { path: page, bytes: Buffer.from(html) },
    ],
    host,
    'fixed',
  );
}

/**
 * Prints what `build-review` found as Markdown for a job's summary. The words are the addresses under
 * which the pages side by side and the PDFs were uploaded.
 * @throws UsageError when nothing was built
 */
export async function printCiSummary(
  [pages, files]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const { record } = reviewFolder(root);
  if ((await host.kindOf(record)) !== 'file') {
    throw new UsageError('There is nothing to sum up: run build-review first.');
  }
  const review: Review = JSON.parse(String(await host.readFile(record)));
  host.print(composeSummary(review, { pages, files }).trimEnd());
  return EXIT.built;
}
