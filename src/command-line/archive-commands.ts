import type { Command } from 'commander';
import type { ArchiveRequest } from '../commands/archive.ts';
import { UsageError } from '../commands/find-issues.ts';
import type { SiteRequest } from '../commands/write-site.ts';
import type { CommandLine } from './command-line.ts';

const AFTER_ARCHIVE_HELP = `
Issues that have not changed since they were built are passed over. A run may be stopped
at any moment (Ctrl+C); the next one goes on from there.

Exit codes:
  0    every issue is in the archive
  1    an issue has errors; the others are in the archive
  2    wrong usage, or the machine failed
  130  stopped`;

const AFTER_SITE_HELP = `
Other files in the folder stay as they are. An existing site is left unchanged unless
the new one is whole.

Exit codes:
  0  the site is written
  1  an issue has errors, or an example text of new-issue was left in it
  2  wrong usage, a file that the site did not write is in the way, or the machine failed`;

/** The commands that work on all issues at once. */
export function addArchiveCommands(
  program: Command,
  { root, world, launched, end }: CommandLine,
): void {
  program
    .command('archive')
    .description('Builds every issue in issues/ that the archive does not have as it is now.')
    .option('--out <folder>', 'where the PDFs and their reports go', `${root}/output/archive`)
    .option('--jobs <number>', 'issues built side by side', String(world.processors))
    .addHelpText('after', AFTER_ARCHIVE_HELP)
    .action(async ({ out, jobs }: Record<keyof ArchiveRequest, string>) => {
      if (!launched) throw new Error('The threads of an archive need the launcher’s bundle.');
      const { startWorkerThreads } = await import('../archive/worker-threads.ts');
      const { buildArchive } = await import('../commands/archive.ts');
      const startBuilders = startWorkerThreads.bind(undefined, launched);
      const tools = { program: launched.hash, startBuilders };
      end(await buildArchive({ out, jobs: readJobs(jobs) }, tools, root, world));
    });
  program
    .command('site')
    .description('Writes the archive of all issues as a web site.')
    .option('--out <folder>', 'the site’s folder', `${root}/output/site`)
    .option(
      '--base-url <address>',
      'the address that the site will have; github-pages is that of the repository on GitHub',
    )
    .addHelpText('after', AFTER_SITE_HELP)
    .action(async (options: SiteRequest) => {
      const { writeSite } = await import('../commands/write-site.ts');
      end(await writeSite(options, root, world));
    });
}

/** How many issues are built side by side. @throws UsageError */
function readJobs(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new UsageError(`--jobs ${text} is no number from 1 to 99.`);
}
