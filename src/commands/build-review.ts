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
import { drawReview, type ReviewedEdition } from '../publishing/review/draw-review.ts';
import {
  type BaseReport,
  describeChange,
  parseBaseReport,
  type Review,
  type ReviewedIssue,
  type ReviewPaths,
  reviewPaths,
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
  const places = reviewPaths(root);
  const known = await listIssues(join(root, 'issues'), host);
  const base = await findBase(name, root, host);
  const touched = base ? findTouchedIssues(base.changed, known) : { present: known, removed: [] };
  for (const folder of [places.before, places.after, places.pictures]) {
    await assertWritable(folder, host, 'fixed');
  }
  const present = await buildPresent(touched.present, places, root, host);
  await clearFormer(present, places, host);
  const baseError = base
    ? await buildFormer(base, touched.present, places, root, host)
    : `this clone has no commit ${name}.`;
  const built = await Promise.all(present.map((one) => addFormer(one, places, host)));
  const shown = await drawReview(built, places, root, host);
  const removed = touched.removed.map((issue) => reviewed({ name: issue, errors: 0 }));
  const issues = [...shown.map(({ issue }) => issue), ...removed];
  await writeReview({ base: base?.commit, issues, baseError }, shown, places, root, host);
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
  { before }: ReviewPaths,
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
  { before, checkout }: ReviewPaths,
  root: string,
  host: Host,
): Promise<string | undefined> {
  if (issues.length === 0) return undefined;
  return buildBase({ commit, issues, checkout, output: before }, root, host);
}

async function buildPresent(
  names: readonly string[],
  { after }: ReviewPaths,
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
  { before }: ReviewPaths,
  host: Host,
): Promise<ReviewedEdition> {
  const former = file === '' ? undefined : await readReport(join(before, file), host);
  return { issue: reviewed({ ...present, former }), file };
}

function reviewed({
  name,
  errors,
  former,
  report,
}: Pick<PresentEdition, 'name' | 'errors'> & {
  readonly former?: BaseReport | undefined;
  readonly report?: BuildReport | undefined;
}): ReviewedIssue {
  return { name, before: former, after: report, errors, pages: undefined };
}

function reportBeside(pdf: string): string {
  return pdf.replace(/\.pdf$/, '.json');
}

/** The report beside a PDF; undefined when that was not built. */
async function readReport(pdf: string, host: Host): Promise<BaseReport | undefined> {
  const path = reportBeside(pdf);
  if ((await host.kindOf(path)) !== 'file') return undefined;
  return parseBaseReport(String(await host.readFile(path)));
}

async function writeReview(
  review: Review,
  shown: readonly ShownIssue[],
  { results, page }: ReviewPaths,
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
      { path: results, bytes: Buffer.from(`${JSON.stringify(review, null, 2)}\n`) },
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
  const { results } = reviewPaths(root);
  if ((await host.kindOf(results)) !== 'file') {
    throw new UsageError('There is nothing to sum up: run build-review first.');
  }
  const review: Review = JSON.parse(String(await host.readFile(results)));
  host.print(composeSummary(review, { pages, files }).trimEnd());
  return EXIT.built;
}
