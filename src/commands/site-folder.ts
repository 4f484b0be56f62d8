import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Host } from '../host/host.ts';
import { UsageError } from './find-issues.ts';

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
