import { join, resolve } from 'node:path';
import { createPipeline, type RenderOutcome } from '../pipeline.ts';
import { informationRelease } from '../publications/information-release/information-release.ts';
import { isSiteFolder } from '../site/is-site-folder.ts';
import { beginSite, type SetIssue, type SiteBuilder } from '../site/site-builder.ts';
import { readSiteTemplate } from '../site/site-template.ts';
import type { World } from '../world/world.ts';
import { reportProblems } from './build-issue.ts';
import { count } from './count-noun.ts';
import { displayPath } from './display-path.ts';
import { EXIT } from './exit.ts';
import { findIssues, UsageError } from './find-issues.ts';
import { readSiteAddress } from './site-address.ts';

/** What site is asked to do. */
export interface SiteRequest {
  /** The site's folder. */
  readonly out: string;
  /** The address that the site will have, or `github-pages`. */
  readonly baseUrl?: string | undefined;
}

/**
 * Writes the archive of all issues as a web site. When an issue has errors the site stays as it was:
 * an archive that lost an issue would look whole.
 * @returns the exit code
 * @throws UsageError, WriteFailure
 */
export async function writeSite(request: SiteRequest, root: string, world: World): Promise<number> {
  const folder = resolve(world.folder, request.out);
  const base = readSiteAddress(request.baseUrl, world);
  if (!(await isSiteFolder(folder, world))) {
    throw new UsageError(`${folder} has other files in it; name a folder of its own for the site.`);
  }
  const files = await findIssues({ names: [], all: true }, join(root, 'issues'), world);
  const pipeline = createPipeline(informationRelease, { world, root, output: folder });
  const started = world.now();
  let site: SiteBuilder | undefined;
  let wrong = 0;
  try {
    for (const [index, file] of [...files].reverse().entries()) {
      world.showProgress(`${index + 1} of ${files.length}: ${displayPath(file, world)}`);
      const outcome = await pipeline.renderIssue(file);
      const issue = setIssueOf(outcome);
      if (!issue) {
        wrong++;
        world.showProgress('');
        reportProblems(outcome, world);
      } else if (wrong === 0) {
        site ??= await openSite(issue, { root, folder, base, world });
        if (!site) return EXIT.issueHasErrors;
        await site.add(issue);
      }
    }
    world.showProgress('');
    if (wrong > 0 || !site) return await giveUp(wrong, site, world);
    await site.finish();
    await pipeline.keepMade();
  } catch (error) {
    await site?.abandon();
    throw error;
  }
  const seconds = ((world.now() - started) / 1000).toFixed(1);
  world.print(
    `${displayPath(join(folder, 'index.html'), world)}  ${count(files.length, 'issue')}, ${seconds} s`,
  );
  if (!base) world.warn(WITHOUT_ADDRESS);
  return EXIT.built;
}

const WITHOUT_ADDRESS =
  'The site has no sitemap and no pictures for shared links: these need its address, --base-url https://….';

/** An issue that has no errors, as the site takes it. */
function setIssueOf({ rendered, shown, report, name }: RenderOutcome): SetIssue | undefined {
  if (!rendered || !shown || !report) return undefined;
  const pdf = { file: `${name}.pdf`, bytes: rendered.bytes, pages: report.pages };
  return { ...shown, pdf };
}

/** Begins the site in the language of its newest issue; undefined when its templates have mistakes. */
async function openSite(
  { view }: SetIssue,
  place: Parameters<typeof beginSite>[1],
): Promise<SiteBuilder | undefined> {
  const { root, world } = place;
  const loaded = await readSiteTemplate(root, informationRelease.name, view.language, world);
  const { template, problems, documents } = loaded;
  if (template) return beginSite(template, place);
  const sources = new Map(documents.map(({ file, text }) => [file, text]));
  reportProblems({ problems, sources }, world);
  return undefined;
}

async function giveUp(wrong: number, site: SiteBuilder | undefined, world: World): Promise<number> {
  await site?.abandon();
  const issues = wrong === 1 ? '1 issue has errors' : `${wrong} issues have errors`;
  world.warn(`${issues}: the site was not written; one that was there is as it was.`);
  return EXIT.issueHasErrors;
}
