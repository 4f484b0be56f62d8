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
import { editionName, isEdition, issueNameOf } from '../source/issue-file.ts';
import { reportProblems } from './build-issue.ts';
import { listEditions, listIssues, UsageError } from './find-issues.ts';
import { displayPath, EXIT } from './terminal.ts';

/**
 * Builds every issue that has changed since a commit, before and after the change, and writes the pages
 * side by side into output/review/.
 * @returns 0 if all issues were built, 1 if an issue has errors
 * @throws UsageError, WriteFailure
 */
export async function buildReview(
  [name]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  if (!name) throw new UsageError('Give the commit to compare with, such as origin/main.');
  const paths = reviewPaths(root);
  const known = await listIssues(join(root, 'issues'), host);
  const base = await findBase(name, root, host);
  const touched = base ? findTouchedIssues(base.changed, known) : { present: known, removed: [] };
  for (const folder of [paths.before, paths.after, paths.pictures]) {
    await assertWritable(folder, host, 'fixed');
  }
  const present = await buildCurrentEditions(touched.present, paths, root, host);
  await removeEarlierOutput(present, paths, host);
  const baseError = base
    ? await buildBaseEditions(base, touched.present, paths, root, host)
    : `this clone has no commit ${name}.`;
  const built = await Promise.all(present.map((one) => addBaseReport(one, paths, host)));
  const shown = await drawReview(built, paths, root, host);
  const removedEditions = findRemovedEditions(base?.changed ?? [], touched.present, present);
  const removed = [...touched.removed, ...removedEditions].map((edition) =>
    toReviewedIssue({ name: edition, errors: 0 }),
  );
  const issues = [...shown.map(({ issue }) => issue), ...removed];
  await writeReview({ base: base?.commit, issues, baseError }, shown, paths, root, host);
  for (const issue of issues) host.print(`${issue.name}  ${describeChange(issue)}`);
  host.print(displayPath(paths.page, host));
  return issues.some(({ errors }) => errors > 0) ? EXIT.issueHasErrors : EXIT.built;
}

/** Returns the names of changed editions of present issues that are not there any more. */
function findRemovedEditions(
  changed: readonly string[],
  issues: readonly string[],
  present: readonly CurrentEdition[],
): string[] {
  const editions = changed.filter((path) => isEdition(basename(path)));
  return editions
    .filter((path) => issues.includes(issueNameOf(path)))
    .map(editionName)
    .filter((name) => present.every((edition) => edition.name !== name));
}

/** An edition after the change. */
interface CurrentEdition {
  readonly name: string;
  readonly errors: number;
  readonly report: BuildReport | undefined;
  /** File name of its PDF; empty if it has errors. */
  readonly file: string;
}

/** Removes files of an earlier run, which could be mistaken for those of the base. */
async function removeEarlierOutput(
  present: readonly CurrentEdition[],
  { before }: ReviewPaths,
  host: Host,
): Promise<void> {
  for (const { file } of present) {
    if (file === '') continue;
    for (const path of [join(before, file), reportPathOf(join(before, file))]) {
      const kind = await host.nameKindOf(path);
      if (kind === 'folder' || kind === 'other') {
        throw new WriteFailure(`${path} is not a file, and a file is written there. Move it away.`);
      }
      await host.remove(path);
    }
  }
}

async function buildBaseEditions(
  { commit }: Base,
  issues: readonly string[],
  { before, checkout }: ReviewPaths,
  root: string,
  host: Host,
): Promise<string | undefined> {
  if (issues.length === 0) return undefined;
  return buildBase({ commit, issues, checkout, output: before }, root, host);
}

async function buildCurrentEditions(
  names: readonly string[],
  { after }: ReviewPaths,
  root: string,
  host: Host,
): Promise<CurrentEdition[]> {
  const pipeline = createPipeline({ host, root, output: after });
  const built: CurrentEdition[] = [];
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

async function addBaseReport(
  { file, ...present }: CurrentEdition,
  { before }: ReviewPaths,
  host: Host,
): Promise<ReviewedEdition> {
  const baseReport = file === '' ? undefined : await readReport(join(before, file), host);
  return { issue: toReviewedIssue({ ...present, baseReport }), file };
}

function toReviewedIssue({
  name,
  errors,
  baseReport,
  report,
}: Pick<CurrentEdition, 'name' | 'errors'> & {
  readonly baseReport?: BaseReport | undefined;
  readonly report?: BuildReport | undefined;
}): ReviewedIssue {
  return { name, before: baseReport, after: report, errors, pages: undefined };
}

function reportPathOf(pdf: string): string {
  return pdf.replace(/\.pdf$/, '.json');
}

/** Reads the report next to a PDF; undefined if it was not built. */
async function readReport(pdf: string, host: Host): Promise<BaseReport | undefined> {
  const path = reportPathOf(pdf);
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
 * Prints the results of `build-review` as Markdown for a job summary. The arguments are the addresses of
 * the uploaded pages and PDFs.
 * @throws UsageError if there are no results
 */
export async function printCiSummary(
  [pages, files]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const { results } = reviewPaths(root);
  if ((await host.kindOf(results)) !== 'file') {
    throw new UsageError('There is no review to summarise. Run build-review first.');
  }
  const review: Review = JSON.parse(String(await host.readFile(results)));
  host.print(composeSummary(review, { pages, files }).trimEnd());
  return EXIT.built;
}
