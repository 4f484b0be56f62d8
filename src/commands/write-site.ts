import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Host } from '../host/host.ts';
import type { FolderDraft } from '../output/write-folder.ts';
import { createPipeline, type Pipeline } from '../pipeline/pipeline.ts';
import { embargoOf, isDraft } from '../pipeline/read-edition.ts';
import { createSiteDraft } from '../site/site-builder.ts';
import { issueNameOf } from '../source/issue-file.ts';
import { createPublishingCheck, type PublishingBlocker } from './check-to-publish.ts';
import { fillSite } from './fill-site.ts';
import { findIssues, groupEditions, UsageError } from './find-issues.ts';
import { isEmbargoed } from './release-plan.ts';
import { count, displayPath, EXIT } from './terminal.ts';

/** Options of `site`. */
export interface SiteRequest {
  /** Folder of the site. */
  readonly out: string;
  /** Address of the site, or `github-pages`. */
  readonly baseUrl?: string | undefined;
}

/**
 * Writes a website with all issues. If an issue has errors or example texts, the existing site is left
 * unchanged, because nobody would notice that an issue is missing.
 * @returns the exit code
 * @throws UsageError, WriteFailure
 */
export async function writeSite(request: SiteRequest, root: string, host: Host): Promise<number> {
  const folder = resolve(host.folder, request.out);
  const base = readSiteAddress(request.baseUrl, host);
  await checkSiteFolder(folder, root, host);
  const started = host.now();
  const { issues, omitted } = await findPublished(root, host);
  const draft = await createSiteDraft(folder, host);
  let written = '';
  try {
    const pipeline = createPipeline({ host, root, output: folder });
    if (!(await canPublishAll(issues.flat(), pipeline, host))) return await abandonDraft(draft);
    const filled = await fillSite(issues, draft, { pipeline, root, base, host });
    if (!filled) return await abandonDraft(draft);
    const { kept } = await filled.site.finish();
    for (const name of kept) host.warn(describeKept(join(folder, name), host));
    for (const { file, reason } of [...omitted, ...filled.omitted]) {
      host.warn(`${displayPath(file, host)} is not on the site, because ${reason}.`);
    }
    written = describeWritten(filled);
    await pipeline.saveCaches();
  } catch (error) {
    await draft.abandon();
    throw error;
  }
  const seconds = ((host.now() - started) / 1000).toFixed(1);
  host.print(`${displayPath(join(folder, 'index.html'), host)}  ${written}, ${seconds} s`);
  if (!base) host.warn(NO_BASE_URL);
  return EXIT.built;
}

/**
 * Finds the issues of the site, of each publication the newest first. Drafts and issues under embargo are not
 * among them and not checked, so that an unfinished issue does not stop the site.
 * @throws UsageError if there is nothing to publish
 */
async function findPublished(root: string, host: Host) {
  const issuesFolder = join(root, 'issues');
  const issues: string[][] = [];
  const omitted: { file: string; reason: string }[] = [];
  for (const editions of groupEditions(
    await findIssues({ names: [], all: true }, issuesFolder, host),
  ).reverse()) {
    const [file = ''] = editions;
    const reason = await findBlock(file, issuesFolder, host);
    if (reason === undefined) issues.push(editions);
    else omitted.push({ file, reason });
  }
  if (issues.length === 0) {
    throw new UsageError('All issues are drafts or under embargo.');
  }
  return { issues, omitted };
}

/** Returns the reason why an issue is not published yet; undefined if it is. @param file its first edition */
async function findBlock(
  file: string,
  issuesFolder: string,
  host: Host,
): Promise<string | undefined> {
  if (await isDraft(file, { issuesFolder, host })) return 'the issue is a draft';
  const embargo = await embargoOf(file, { issuesFolder, host });
  return isEmbargoed(embargo, host) ? `it is under embargo until ${embargo}` : undefined;
}

const NO_BASE_URL =
  'The site has no sitemap and no preview pictures for shared links, because they need its address. Add --base-url https://….';

function describeWritten({ issues, languages }: { issues: number; languages: number }): string {
  const counted = count(issues, 'issue');
  return languages === 1 ? counted : `${counted} in ${count(languages, 'language')}`;
}

/** Whether every edition may be published. Prints the problems of those that may not. */
async function canPublishAll(
  files: readonly string[],
  pipeline: Pipeline,
  host: Host,
): Promise<boolean> {
  const publishing = createPublishingCheck(pipeline, host);
  const blockers = new Map<string, PublishingBlocker>();
  for (const [index, file] of files.entries()) {
    host.showProgress(`Checking ${index + 1} of ${files.length}: ${displayPath(file, host)}`);
    const blocker = await publishing.check(file);
    const issue = issueNameOf(file);
    if (blocker && blockers.get(issue) !== 'errors') blockers.set(issue, blocker);
  }
  host.showProgress('');
  publishing.printSummary();
  if (blockers.size > 0) host.warn(describeBlockers([...blockers.values()]));
  return blockers.size === 0;
}

function describeBlockers(blockers: readonly PublishingBlocker[]): string {
  const describe = (kind: PublishingBlocker, noun: string) => {
    const issues = blockers.filter((blocker) => blocker === kind).length;
    if (issues === 0) return [];
    return [`${count(issues, 'issue')} ${issues === 1 ? 'has' : 'have'} ${noun}`];
  };
  const reasons = [
    ...describe('errors', 'errors'),
    ...describe('examples', 'example texts of new-issue'),
  ];
  return `${reasons.join(', ')}. The site was not written; an existing site was left unchanged.`;
}

async function abandonDraft(draft: FolderDraft): Promise<number> {
  await draft.abandon();
  return EXIT.issueHasErrors;
}

function describeKept(path: string, host: Host): string {
  return `${displayPath(path, host)} is no longer part of the site. It was kept because it was changed after the site was written.`;
}

/** Value of --base-url that stands for the address of this repository on GitHub Pages. */
const GITHUB_PAGES = 'github-pages';

/**
 * Returns the address of a site with a slash at its end, or '' if none was given.
 * @throws UsageError if it is not an address of a site
 */
export function readSiteAddress(
  typed: string | undefined,
  { environment }: Pick<Host, 'environment'>,
): string {
  if (typed === undefined || typed === '') return '';
  const expanded = typed === GITHUB_PAGES ? addressOnPages(environment.GITHUB_REPOSITORY) : typed;
  const address = URL.canParse(expanded) ? new URL(expanded) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || address.search || address.hash) {
    throw new UsageError(
      `${typed} is not an address for a site. Use an address such as https://example.org/bulletin/.`,
    );
  }
  return address.href.endsWith('/') ? address.href : `${address.href}/`;
}

/**
 * Returns the address of a repository's site. A repository named OWNER.github.io has its site at the root;
 * the site of any other is in a subfolder. Source: GitHub's documentation, "What is GitHub Pages?".
 */
function addressOnPages(repository = ''): string {
  const [, owner, name = ''] = /^([^/]+)\/([^/]+)$/.exec(repository) ?? [];
  if (owner === undefined) {
    throw new UsageError(
      `--base-url ${GITHUB_PAGES} needs the environment variable GITHUB_REPOSITORY (OWNER/NAME), which GitHub Actions sets.`,
    );
  }
  const home = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === home ? `https://${home}/` : `https://${home}/${name}/`;
}

/** Folders of the project that commands read. The site must not be inside them. */
const SOURCE_FOLDERS = ['issues', 'src', 'templates', 'tests', 'node_modules'];

/**
 * Rejects a folder for the site that belongs to the project: one with sources, the output folder itself, or a
 * folder that contains the project. The next version of the site could remove files there.
 * @throws UsageError
 */
export async function checkSiteFolder(folder: string, root: string, host: Host): Promise<void> {
  const [place, project, output, ...sources] = await Promise.all(
    [folder, root, join(root, 'output'), ...SOURCE_FOLDERS.map((name) => join(root, name))].map(
      (path) => resolveLinks(path, host),
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

/** Whether a path is a folder or inside it. */
function isWithin(path: string, folder: string): boolean {
  const route = relative(folder, path);
  return route !== '..' && !route.startsWith(`..${sep}`) && !isAbsolute(route);
}

/** Resolves the links in the part of a path that exists. */
async function resolveLinks(path: string, host: Host): Promise<string> {
  const above = dirname(path);
  if (above === path) return path;
  try {
    return await host.realPath(path);
  } catch {
    return join(await resolveLinks(above, host), basename(path));
  }
}
