import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { FORMATS } from '../diagnostics/problem-format.ts';
import type { ArchiveRequest } from './archive.ts';
import type { BuildRequest } from './build-issue.ts';
import type { CheckRequest } from './check.ts';
import type { CommandLine } from './command-line.ts';
import { type IssueChoice, UsageError } from './find-issues.ts';
import type { NewIssueRequest } from './new-issue.ts';
import type { PreviewRequest } from './preview.ts';
import type { SiteRequest } from './write-site.ts';

const AFTER_BUILD_HELP = `
An issue is given by its name (2024-19), its folder, or the path of an issue.yaml
anywhere on this machine. Without one the newest issue in issues/ is built.

The PDF and its build report go to the output folder. Problems are printed with
their place in the YAML and the way out; with errors nothing is written.

Exit codes:
  0  built
  1  an issue has errors
  2  wrong usage, or the machine failed (disk, permissions)

Examples:
  npm run build-issue
  npm run build-issue -- 2024-19
  npm run build-issue -- ~/drafts/issue.yaml --out ~/drafts
  npm run build-issue -- --all`;

const AFTER_CHECK_HELP = `
A warning that is meant is silenced by a remark with its code, on its line or the line before:
  photo: photos/old.jpg   # ok: photo-small

Exit codes:
  0  nothing to mend, or warnings only
  1  an issue has errors, or with --strict warnings
  2  wrong usage, or the machine failed

Examples:
  npm run check
  npm run check -- 2024-19 --strict
  npm run -s check -- --format sarif > problems.sarif`;

/** The commands that build, check and measure issues. */
export function addIssueCommands(program: Command, { root, host, end }: CommandLine): void {
  addIssueCommand(
    program,
    'build-issue',
    'Sets issues of the Information Release: from their YAML to the branded PDF.',
  )
    .option('--out <folder>', 'where the PDF and its report go', join(root, 'output'))
    .addHelpText('after', AFTER_BUILD_HELP)
    .action(async (names: string[], options: Omit<BuildRequest, 'names'>) => {
      const { buildIssues } = await import('./build-issue.ts');
      end(await buildIssues({ names, ...options }, root, host));
    });
  addIssueCommand(
    program,
    'typeset-report',
    'Prints how well issues are set: word spaces, hyphens, single lines, white space.',
  ).action(async (names: string[], options: Pick<IssueChoice, 'all'>) => {
    const { reportTypesetting } = await import('./typeset-report.ts');
    end(await reportTypesetting({ names, ...options }, root, host));
  });
  program
    .command('check')
    .usage('[issue...] [options]')
    .description('Checks issues by all rules, those of editing too, without setting them.')
    .argument('[issue...]', 'issues by name, folder or path; all issues when none are named')
    .addOption(new Option('--format <format>', 'how problems are printed').choices(FORMATS))
    .option('--strict', 'warnings fail too', false)
    .option('--rules', 'print what each rule’s code stands for', false)
    .addHelpText('after', AFTER_CHECK_HELP)
    .action(async (names: string[], options: Omit<CheckRequest, 'names'>) => {
      const { checkIssues } = await import('./check.ts');
      end(await checkIssues({ names, ...options }, root, host));
    });
  program
    .command('validate-pdf')
    .description('Checks PDFs against PDF/UA-1 and PDF/A-2a with veraPDF, where that is installed.')
    .argument('[file...]', 'PDF files; those of the output folder when none are named')
    .action(async (files: string[]) => {
      const { validatePdfs } = await import('./validate-pdf.ts');
      end(await validatePdfs(files, root, host));
    });
}

/** A command that works on issues; the newest when none are named. */
export function addIssueCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .usage('[issue...] [options]')
    .description(description)
    .argument('[issue...]', 'issues by name, folder or path')
    .option('--all', 'every issue in issues/', false);
}

const AFTER_NEW_ISSUE_HELP = `
An issue that is there is never written over.

Examples:
  npm run new-issue
  npm run new-issue -- --countries KZ,KG,UZ
  npm run new-issue -- --number 3 --from 2025-02-01 --to 2025-02-15`;

/** The commands of an editor's desk. */
export function addEditingCommands(program: Command, { root, host, end }: CommandLine): void {
  program
    .command('new-issue')
    .description('Makes the folder of the next issue, with an example to replace.')
    .option('--number <number>', 'its number; the next one of its year')
    .option('--from <day>', 'its first day, as 2025-01-16; the day after the newest issue')
    .option('--to <day>', 'its last day; the 15th or the end of the month')
    .option('--countries <codes>', 'its countries, as KZ,KG; CARICC’s member states')
    .addHelpText('after', AFTER_NEW_ISSUE_HELP)
    .action(async (requested: NewIssueRequest) => {
      const { makeNewIssue } = await import('./new-issue.ts');
      end(await makeNewIssue(requested, root, host));
    });
  addIssueCommand(program, 'preview', 'Shows issues in the browser while they are written.')
    .option('--port <number>', 'the port to use; the first free one from 4380 when left out')
    .option('--no-open', 'do not open the browser')
    .action(async (names: string[], options: Omit<PreviewRequest, 'names'>) => {
      const { previewIssues } = await import('./preview.ts');
      end(await previewIssues({ names, ...options }, root, host));
    });
  program
    .command('write-schema')
    .description('Writes the JSON Schema by which editing programs complete and explain an issue.')
    .action(async () => {
      const { writeSchemas } = await import('./write-json-schema.ts');
      end(await writeSchemas(root, host));
    });
}

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
  { root, host, launched, end }: CommandLine,
): void {
  program
    .command('archive')
    .description('Builds every issue in issues/ that the archive does not have as it is now.')
    .option(
      '--out <folder>',
      'where the PDFs and their reports go',
      join(root, 'output', 'archive'),
    )
    .option('--jobs <number>', 'issues built side by side', String(host.processors))
    .addHelpText('after', AFTER_ARCHIVE_HELP)
    .action(async ({ out, jobs }: Record<keyof ArchiveRequest, string>) => {
      if (!launched) throw new Error('The threads of an archive need the launcher’s bundle.');
      const { startWorkerThreads } = await import('../publishing/archive/worker-threads.ts');
      const { buildArchive } = await import('./archive.ts');
      const startBuilders = startWorkerThreads.bind(undefined, launched);
      const tools = { program: launched.hash, startBuilders };
      end(await buildArchive({ out, jobs: readJobs(jobs) }, tools, root, host));
    });
  program
    .command('site')
    .description('Writes the archive of all issues as a web site.')
    .option('--out <folder>', 'the site’s folder', join(root, 'output', 'site'))
    .option(
      '--base-url <address>',
      'the address that the site will have; github-pages is that of the repository on GitHub',
    )
    .addHelpText('after', AFTER_SITE_HELP)
    .action(async (options: SiteRequest) => {
      const { writeSite } = await import('./write-site.ts');
      end(await writeSite(options, root, host));
    });
}

/** How many issues are built side by side. @throws UsageError */
function readJobs(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new UsageError(`--jobs ${text} is no number from 1 to 99.`);
}
