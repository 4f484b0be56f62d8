import { type Command, Option } from 'commander';
import type { BuildRequest } from '../commands/build-issue.ts';
import type { CheckRequest } from '../commands/check.ts';
import type { IssueChoice } from '../commands/find-issues.ts';
import { FORMATS } from '../diagnostics/problem-format.ts';
import type { CommandLine } from './command-line.ts';

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
export function addIssueCommands(program: Command, { root, world, end }: CommandLine): void {
  addIssueCommand(
    program,
    'build-issue',
    'Sets issues of the Information Release: from their YAML to the branded PDF.',
  )
    .option('--out <folder>', 'where the PDF and its report go', `${root}/output`)
    .addHelpText('after', AFTER_BUILD_HELP)
    .action(async (names: string[], options: Omit<BuildRequest, 'names'>) => {
      const { buildIssues } = await import('../commands/build-issue.ts');
      end(await buildIssues({ names, ...options }, root, world));
    });
  addIssueCommand(
    program,
    'typeset-report',
    'Prints how well issues are set: word spaces, hyphens, single lines, white space.',
  ).action(async (names: string[], options: Pick<IssueChoice, 'all'>) => {
    const { reportTypesetting } = await import('../commands/typeset-report.ts');
    end(await reportTypesetting({ names, ...options }, root, world));
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
      const { checkIssues } = await import('../commands/check.ts');
      end(await checkIssues({ names, ...options }, root, world));
    });
  program
    .command('validate-pdf')
    .description('Checks PDFs against PDF/UA-1 and PDF/A-2a with veraPDF, where that is installed.')
    .argument('[file...]', 'PDF files; those of the output folder when none are named')
    .action(async (files: string[]) => {
      const { validatePdfs } = await import('../commands/validate-pdf.ts');
      end(await validatePdfs(files, root, world));
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
