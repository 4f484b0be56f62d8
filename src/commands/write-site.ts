import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Host } from '../host/host.ts';
import type { FolderDraft } from '../output/write-folder.ts';
import { createPipeline, type Pipeline, type RenderedIssue } from '../pipeline/pipeline.ts';
import type { AnyPublication } from '../publications/publication.ts';
import {
  type BuiltSiteIssue,
  buildSite,
  createSiteDraft,
  type SiteBuilder,
  type SitePlace,
} from '../site/site-builder.ts';
import type { SitePages } from '../site/site-pages.ts';
import { issueNameOf, languageInName } from '../source/issue-file.ts';
import { openTemplateFolder } from '../templates/template-folder.ts';
import { reportProblems } from './build-issue.ts';
import { createPublishingCheck, type Obstacle } from './check-to-publish.ts';
import { findIssues, UsageError } from './find-issues.ts';
import { count, displayPath, EXIT } from './terminal.ts';
/** What site is asked to do. */
export interface SiteRequest {
  /** The site's folder. */
  readonly out: string;
  /** The address that the site will have, or `github-pages`. */
  readonly baseUrl?: string | undefined;
}

/**
 * Writes the archive of all issues as a web site. When an issue has errors or examples in it the site
 * stays as it was: an archive that lost an issue would look whole.
 * @returns the exit code
 * @throws UsageError, WriteFailure
 */
export async function writeSite(request: SiteRequest, root: string, host: Host): Promise<number> {
  const folder = resolve(host.folder, request.out);
  const base = readSiteAddress(request.baseUrl, host);
  await checkSiteFolder(folder, root, host);
  const started = host.now();
  const found = await findIssues({ names: [], all: true }, join(root, 'issues'), host);
  const files = found.filter((file) => languageInName(file) === undefined).reverse();
  const draft = await createSiteDraft(folder, host);
  let issues = 0;
  try {
    const pipeline = createPipeline({ host, root, output: folder });
    if (!(await areReady(files, pipeline, host))) return await giveUp(draft);
    const filled = await fillSite(files, draft, { pipeline, root, base, host });
    if (!filled) return await giveUp(draft);
    const { kept } = await filled.site.finish();
    for (const name of kept) host.warn(describeLeft(join(folder, name), host));
    for (const file of filled.leftOut) host.warn(describeLeftOut(file, host));
    issues = files.length - filled.leftOut.length;
    await pipeline.saveCaches();
  } catch (error) {
    await draft.abandon();
    throw error;
  }
  const seconds = ((host.now() - started) / 1000).toFixed(1);
  host.print(
    `${displayPath(join(folder, 'index.html'), host)}  ${count(issues, 'issue')}, ${seconds} s`,
  );
  if (!base) host.warn(WITHOUT_ADDRESS);
  return EXIT.built;
}

const WITHOUT_ADDRESS =
  'The site has no sitemap and no pictures for shared links: these need its address, --base-url https://….';

/** Whether every issue may be published; what is wrong with those that may not is printed. */
async function areReady(
  files: readonly string[],
  pipeline: Pipeline,
  host: Host,
): Promise<boolean> {
  const publishing = createPublishingCheck(pipeline, host);
  const obstacles: Obstacle[] = [];
  for (const [index, file] of files.entries()) {
    host.showProgress(`checking ${index + 1} of ${files.length}: ${displayPath(file, host)}`);
    const obstacle = await publishing.check(file);
    if (obstacle) obstacles.push(obstacle);
  }
  host.showProgress('');
  publishing.end();
  if (obstacles.length > 0) host.warn(describeObstacles(obstacles));
  return obstacles.length === 0;
}

function describeObstacles(obstacles: readonly Obstacle[]): string {
  const describe = (kind: Obstacle, what: string) => {
    const issues = obstacles.filter((obstacle) => obstacle === kind).length;
    if (issues === 0) return [];
    return [`${count(issues, 'issue')} ${issues === 1 ? 'has' : 'have'} ${what}`];
  };
  const reasons = [
    ...describe('errors', 'errors'),
    ...describe('examples', 'example texts of new-issue'),
  ];
  return `${reasons.join(', ')}: the site was not written; an existing one is left unchanged.`;
}

interface SiteTools extends SitePlace {
  readonly pipeline: Pipeline;
}

/** A site that is being filled, and the issues that it leaves out. */
interface OpenSite {
  readonly publication: AnyPublication;
  readonly builder: SiteBuilder<unknown>;
}

/**
 * Writes the files of every issue whose publication has pages, in the language of the newest; undefined
 * when an issue or a template has mistakes, which are printed.
 * @throws UsageError when no issue has pages
 */
async function fillSite(
  files: readonly string[],
  draft: FolderDraft,
  { pipeline, ...place }: SiteTools,
): Promise<{ site: SiteBuilder<unknown>; leftOut: readonly string[] } | undefined> {
  const { host } = place;
  let open: OpenSite | undefined;
  const leftOut: string[] = [];
  for (const [index, file] of files.entries()) {
    host.showProgress(`${index + 1} of ${files.length}: ${displayPath(file, host)}`);
    const outcome = await pipeline.renderIssue(file);
    const { issue } = outcome;
    if (!issue) {
      // It was changed since it was checked.
      reportProblems(outcome, host);
      return undefined;
    }
    const { site } = issue.publication;
    if (!site || (open && open.publication !== issue.publication)) {
      leftOut.push(file);
      continue;
    }
    if (!open) {
      const builder = await openSite(issue, site, draft, place);
      if (!builder) return undefined;
      open = { publication: issue.publication, builder };
    }
    await open.builder.add(siteIssueOf(issue, file));
  }
  host.showProgress('');
  if (!open) throw new UsageError('No issue is of a publication that has pages for a site.');
  return { site: open.builder, leftOut };
}

function siteIssueOf(
  { composed, pictures, rendered, report, name }: RenderedIssue,
  file: string,
): BuiltSiteIssue<unknown> {
  const pdf = { file: `${name}.pdf`, bytes: rendered.bytes, pages: report.pages };
  return { name: issueNameOf(file), composed, pictures, pdf };
}

/** Begins the site in the language of its newest issue; undefined when its templates have mistakes. */
async function openSite(
  { publication, report }: RenderedIssue,
  site: SitePages<unknown>,
  draft: FolderDraft,
  place: SitePlace,
): Promise<SiteBuilder<unknown> | undefined> {
  const folder = openTemplateFolder(place.root, publication.name, place.host);
  const { template, problems, documents } = await site.loadTemplate(folder, report.language);
  if (template) return buildSite(template, draft, place);
  const sources = new Map(documents.map(({ file, text }) => [file, text]));
  reportProblems({ problems, sources }, place.host);
  return undefined;
}

async function giveUp(draft: FolderDraft): Promise<number> {
  await draft.abandon();
  return EXIT.issueHasErrors;
}

function describeLeftOut(file: string, host: Host): string {
  return `${displayPath(file, host)} is not on the site: its publication has no pages for it.`;
}

function describeLeft(path: string, host: Host): string {
  return `${displayPath(path, host)} is no longer part of the site, but was changed since the site was written: it is left there.`;
}

/** Stands for the address that GitHub Pages has for the repository on whose machine this runs. */
const GITHUB_PAGES = 'github-pages';

/**
 * The address of a site with a slash at its end, or '' where none was typed.
 * @throws UsageError when what was typed is none
 */
export function readSiteAddress(
  typed: string | undefined,
  { environment }: Pick<Host, 'environment'>,
): string {
  if (typed === undefined || typed === '') return '';
  const written = typed === GITHUB_PAGES ? addressOnPages(environment.GITHUB_REPOSITORY) : typed;
  const address = URL.canParse(written) ? new URL(written) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || address.search || address.hash) {
    throw new UsageError(
      `${typed} is no address of a site, such as https://example.org/bulletin/.`,
    );
  }
  return address.href.endsWith('/') ? address.href : `${address.href}/`;
}

/**
 * Source: GitHub's documentation, "What is GitHub Pages?": a repository named after its owner's site
 * is that site, any other a folder of it.
 */
function addressOnPages(repository = ''): string {
  const [, owner, name = ''] = /^([^/]+)\/([^/]+)$/.exec(repository) ?? [];
  if (owner === undefined) {
    throw new UsageError(
      `--base-url ${GITHUB_PAGES} needs the repository, OWNER/NAME, in GITHUB_REPOSITORY, as GitHub's machines have it.`,
    );
  }
  const home = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === home ? `https://${home}/` : `https://${home}/${name}/`;
}

/** Folders of the project that its commands read; in their place, or below, no site belongs. */
const SOURCES = ['issues', 'src', 'templates', 'tests', 'node_modules'];

/**
 * Refuses a site's folder that is the project's own: a source of it, what holds all that is built, or
 * what the project is in. A site would mix with it, and its next version might remove what was built.
 * @throws UsageError
 */
export async function checkSiteFolder(folder: string, root: string, host: Host): Promise<void> {
  const [place, project, output, ...sources] = await Promise.all(
    [folder, root, join(root, 'output'), ...SOURCES.map((name) => join(root, name))].map((path) =>
      resolveLinks(path, host),
    ),
  );
  if (place === undefined || project === undefined || output === undefined) return;
  const [first = ''] = isWithin(place, project) ? relative(project, place).split(sep) : [];
  const isSource = first.startsWith('.') || sources.some((source) => isWithin(place, source));
  const isAbove = [project, output, ...sources].some((path) => isWithin(path, place));
  if (!isSource && !isAbove) return;
  throw new UsageError(
    `${folder} belongs to the project itself. Choose a folder for the site alone with --out, such as ${join(root, 'output', 'site')}.`,
  );
}

/** Whether a path is a folder or in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A path without links, as far as it exists. */
async function resolveLinks(path: string, host: Host): Promise<string> {
  const above = dirname(path);
  if (above === path) return path;
  try {
    return await host.realPath(path);
  } catch {
    return join(await resolveLinks(above, host), basename(path));
  }
}
