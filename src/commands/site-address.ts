import type { World } from '../world/world.ts';
import { UsageError } from './find-issues.ts';

/** Stands for the address that GitHub Pages has for the repository on whose machine this runs. */
const GITHUB_PAGES = 'github-pages';

/**
 * The address of a site with a slash at its end, or '' where none was typed.
 * @throws UsageError when what was typed is none
 */
export function readSiteAddress(
  typed: string | undefined,
  { environment }: Pick<World, 'environment'>,
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
