import { type Command, Option } from 'commander';
import { FORMATS } from '../diagnostics/print-json.ts';
import { DEFAULT_PUBLICATION, PUBLICATIONS } from '../publications/index.ts';
import type { ArchiveRequest } from './archive.ts';
import type { BuildRequest } from './build-issue.ts';
import type { CheckRequest } from './check.ts';
import {
  FAILED_MEANING,
  languageOption,
  outOption,
  printHelp,
  publicationOption,
} from './command-help.ts';
import type { CommandContext } from './command-line.ts';
import { type IssueChoice, UsageError } from './find-issues.ts';
import type { NewIssueRequest } from './new-issue.ts';
import type { PreviewRequest } from './preview.ts';
import type { SiteRequest } from './write-site.ts';

/** Adds the commands that build, check and measure issues. */
export function addIssueCommands(
  program: Command,
  { root, host, setExitCode }: CommandContext,
): void {
  addIssueCommand(program, 'build-issue', 'Builds the PDFs of issues from their YAML.')
    .addOption(outOption('folder for the PDFs and their reports', root, 'output'))
    .addHelpText(
      'after',
      printHelp({
        notes: `Name an issue by its number (2024-19), its folder, or the path of an issue.yaml
anywhere on this computer. By default the newest issue in issues/ is built.

The PDF and its build report are written into the output folder. Problems are
printed with their place in the YAML and how to fix them. If an issue has errors,
nothing is written.`,
        exitCodes: { 0: 'built', 1: 'an issue has errors', 2: FAILED_MEANING },
        examples: [
          'build-issue',
          'build-issue -- 2024-19',
          'build-issue -- 2024-19 --language ru',
          'build-issue -- ~/drafts/issue.yaml --out ~/drafts',
          'build-issue -- --all',
        ],
      }),
    )
    .action(async (names: string[], options: Omit<BuildRequest, 'names'>) => {
      const { buildIssues } = await import('./build-issue.ts');
      setExitCode(await buildIssues({ names, ...options }, root, host));
    });
  program
    .command('check')
    .usage('-- [issue...] [options]')
    .description('Checks issues with all rules, including the editorial ones; builds nothing.')
    .argument('[issue...]', 'issues by name, folder or path; all issues by default')
    .addOption(new Option('--format <format>', 'output format of the problems').choices(FORMATS))
    .option('--strict', 'warnings count as errors', false)
    .option('--full', 'print each problem in full, also many of one kind', false)
    .option('--rules', 'print every rule with its reason', false)
    .option('--fix', 'change the issues as the sure edits say', false)
    .option('--dry-run', 'with --fix: print the changes as a diff, write nothing', false)
    .addOption(publicationOption('check only issues of this publication'))
    .addOption(languageOption())
    .addHelpText(
      'after',
      printHelp({
        notes: `A comment with the code of a warning suppresses it. Write it on the same line or
the line before:
  photo: photos/old.jpg   # ok: photo-small

With --fix, edits that can only mean one thing are made: a misspelt key, a date in
another order, a missing quotation mark. Everything else in the file stays. What is
left is reported.`,
        exitCodes: {
          0: 'no errors (left); with --strict, no warnings either',
          1: 'an issue has errors; with --strict, errors or warnings',
          2: FAILED_MEANING,
        },
        examples: [
          'check',
          'check -- 2024-19 --strict',
          'check -- 2024-19 --fix',
          'check -- 2024-19 --fix --dry-run',
          '-s check -- --format sarif > problems.sarif',
        ],
      }),
    )
    .action(async (names: string[], options: Omit<CheckRequest, 'names'>) => {
      const { checkIssues } = await import('./check.ts');
      setExitCode(await checkIssues({ names, ...options }, root, host));
    });
  addIssueCommand(
    program,
    'typeset-report',
    'Prints figures about typesetting: word spaces, hyphens, widows, orphans, white space.',
  )
    .addHelpText(
      'after',
      printHelp({
        exitCodes: { 0: 'printed', 1: 'an issue has errors', 2: FAILED_MEANING },
        examples: ['typeset-report', 'typeset-report -- 2024-19'],
      }),
    )
    .action(async (names: string[], options: Omit<IssueChoice, 'names'>) => {
      const { reportTypesetting } = await import('./typeset-report.ts');
      setExitCode(await reportTypesetting({ names, ...options }, root, host));
    });
  program
    .command('validate-pdf')
    .usage('-- [file...]')
    .description('Validates PDFs against PDF/UA-1 and PDF/A-2a with veraPDF, if it is installed.')
    .argument('[file...]', 'PDF files; by default those in the output folder')
    .addHelpText(
      'after',
      printHelp({
        notes: 'The environment variable VERAPDF names the program if it is not on the PATH.',
        exitCodes: { 0: 'all files conform', 1: 'a file does not conform', 2: FAILED_MEANING },
        examples: ['validate-pdf', 'validate-pdf -- output/archive/*.pdf'],
      }),
    )
    .action(async (files: string[]) => {
      const { validatePdfs } = await import('./validate-pdf.ts');
      setExitCode(await validatePdfs(files, root, host));
    });
}

/** Adds a command that works on issues; by default on the newest one. */
function addIssueCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .usage('-- [issue...] [options]')
    .description(description)
    .argument('[issue...]', 'issues by name, folder or path; the newest by default')
    .option('--all', 'all issues in issues/', false)
    .addOption(publicationOption('choose from the issues of this publication'))
    .addOption(languageOption());
}

/** Adds the commands for writing issues. */
export function addEditingCommands(
  program: Command,
  { root, host, setExitCode }: CommandContext,
): void {
  const scaffolds = PUBLICATIONS.flatMap(({ scaffold }) => scaffold ?? []);
  const newIssue = program
    .command('new-issue')
    .usage('-- [options]')
    .description('Creates the folder of the next issue, with an example to replace.')
    .addOption(publicationOption('publication of the issue', DEFAULT_PUBLICATION.name));
  const options = new Map(scaffolds.flatMap((one) => one.options).map((one) => [one.flags, one]));
  for (const { flags, description } of options.values()) newIssue.option(flags, description);
  newIssue
    .addHelpText(
      'after',
      printHelp({
        notes: 'An existing issue is never overwritten.',
        exitCodes: { 0: 'created', 2: FAILED_MEANING },
        examples: scaffolds.flatMap(({ examples }) =>
          examples.map((line) => (line === '' ? 'new-issue' : `new-issue -- ${line}`)),
        ),
      }),
    )
    .action(async (requested: NewIssueRequest) => {
      const { makeNewIssue } = await import('./new-issue.ts');
      setExitCode(await makeNewIssue(requested, root, host));
    });
  program
    .command('translate')
    .usage('-- <issue> <language>')
    .description('Creates the file of an edition in another language, or brings it up to date.')
    .argument('<issue>', 'issue by name or folder')
    .argument('<language>', 'language of the edition, such as ru')
    .addHelpText(
      'after',
      printHelp({
        notes: `Sources and marks are filled in; the words of the first edition stand in comments above
the places for their translation. What is translated already is left as it is;
a comment marks what was changed in the first edition since.`,
        exitCodes: { 0: 'written, or up to date', 1: 'an edition has errors', 2: FAILED_MEANING },
        examples: ['translate -- 2025-01 ru'],
      }),
    )
    .action(async (...words: string[]) => {
      const { translateIssue } = await import('./translate.ts');
      setExitCode(await translateIssue(words.slice(0, 2), root, host));
    });
  addIssueCommand(program, 'preview', 'Shows issues in the browser while they are edited.')
    .option('--port <number>', 'port to use; by default the first free one from 4380')
    .option('--no-open', 'do not open the browser')
    .addHelpText(
      'after',
      printHelp({
        notes: 'The page shows every saved change immediately. Ctrl+C stops the preview.',
        exitCodes: { 0: 'stopped', 2: FAILED_MEANING },
        examples: ['preview', 'preview -- 2024-19', 'preview -- --all --no-open'],
      }),
    )
    .action(async (names: string[], options: Omit<PreviewRequest, 'names'>) => {
      const { previewIssues } = await import('./preview.ts');
      setExitCode(await previewIssues({ names, ...options }, root, host));
    });
  program
    .command('write-schema')
    .usage(' ')
    .description('Writes the JSON Schemas that text editors use for completion and hover texts.')
    .addHelpText(
      'after',
      printHelp({ exitCodes: { 0: 'written', 2: FAILED_MEANING }, examples: ['write-schema'] }),
    )
    .action(async () => {
      const { writeSchemas } = await import('./write-json-schema.ts');
      setExitCode(await writeSchemas(root, host));
    });
}

/** Adds the commands that work on all issues at once. */
export function addArchiveCommands(
  program: Command,
  { root, host, launched, setExitCode }: CommandContext,
): void {
  program
    .command('archive')
    .usage('-- [options]')
    .description('Builds every issue in issues/ that has changed since it was last built.')
    .addOption(outOption('folder for the PDFs and their reports', root, 'output', 'archive'))
    .option('--jobs <number>', 'number of issues built at the same time', String(host.processors))
    .addHelpText(
      'after',
      printHelp({
        notes: `An issue is skipped if its text, photos, templates, program and output are unchanged.
A run can be stopped at any time (Ctrl+C); the next run continues from there.`,
        exitCodes: {
          0: 'every issue is in the archive',
          1: 'an issue has errors; the others are in the archive',
          2: FAILED_MEANING,
          130: 'stopped',
        },
        examples: ['archive', 'archive -- --jobs 4 --out /srv/archive'],
      }),
    )
    .action(async ({ out, jobs }: Record<keyof ArchiveRequest, string>) => {
      if (!launched) throw new Error('The archive’s worker threads need the launcher’s bundle.');
      const { startWorkerThreads } = await import('../publishing/archive/worker-threads.ts');
      const { buildArchive } = await import('./archive.ts');
      const startWorkers = startWorkerThreads.bind(undefined, launched);
      const tools = { program: launched.hash, startWorkers };
      setExitCode(await buildArchive({ out, jobs: readJobs(jobs) }, tools, root, host));
    });
  program
    .command('site')
    .usage('-- [options]')
    .description('Writes a website with all issues.')
    .addOption(outOption('folder of the site', root, 'output', 'site'))
    .option(
      '--base-url <address>',
      'address of the site; github-pages stands for the address of this repository’s site',
    )
    .addHelpText(
      'after',
      printHelp({
        notes: `Other files in the folder are left unchanged. An existing site is replaced only
once the new one is complete.`,
        exitCodes: {
          0: 'the site is written',
          1: 'an issue has errors or still contains example texts of new-issue',
          2: 'wrong usage, another program’s file is in the way, or the machine failed',
        },
        examples: ['site', 'site -- --base-url https://example.org/bulletin/'],
      }),
    )
    .action(async (options: SiteRequest) => {
      const { writeSite } = await import('./write-site.ts');
      setExitCode(await writeSite(options, root, host));
    });
}

/** Parses --jobs. @throws UsageError */
function readJobs(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new UsageError(`--jobs ${text} is not a number from 1 to 99.`);
}
