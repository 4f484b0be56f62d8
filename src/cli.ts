import { Command, CommanderError, Option } from 'commander';
import { type BuildRequest, buildIssues, EXIT } from './commands/build-issue.ts';
import { type CheckRequest, checkIssues, FORMATS } from './commands/check.ts';
import { type IssueChoice, UsageError } from './commands/find-issues.ts';
import type { NewIssueRequest } from './commands/new-issue.ts';
import type { PreviewRequest } from './commands/preview.ts';
import { CheckFailure, validatePdfs } from './commands/validate-pdf.ts';
import { WriteFailure } from './output/write-together.ts';
import { createNodeWorld } from './world/node-world.ts';
import type { World } from './world/world.ts';

const AFTER_HELP = `
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

const AFTER_NEW_ISSUE_HELP = `
An issue that is there is never written over.

Examples:
  npm run new-issue
  npm run new-issue -- --countries KZ,KG,UZ
  npm run new-issue -- --number 3 --from 2025-02-01 --to 2025-02-15`;

/**
 * Runs a command line; `root` is the project's folder. What only some commands need is loaded when
 * one of them runs. @returns the exit code
 */
export async function main(
  words: readonly string[],
  root: string,
  world: World = createNodeWorld(),
): Promise<number> {
  let exitCode: number = EXIT.built;
  const program = new Command('caricc-bulletin').exitOverride().configureOutput({
    writeOut: (text) => world.print(text.trimEnd()),
    writeErr: (text) => world.warn(text.trimEnd()),
  });
  const issueCommand = (name: string, description: string) =>
    program
      .command(name)
      .usage('[issue...] [options]')
      .description(description)
      .argument('[issue...]', 'issues by name, folder or path')
      .option('--all', 'every issue in issues/', false);
  issueCommand(
    'build-issue',
    'Sets issues of the Information Release: from their YAML to the branded PDF.',
  )
    .option('--out <folder>', 'where the PDF and its report go', `${root}/output`)
    .addHelpText('after', AFTER_HELP)
    .action(async (names: string[], options: Omit<BuildRequest, 'names'>) => {
      exitCode = await buildIssues({ names, ...options }, root, world);
    });
  issueCommand(
    'typeset-report',
    'Prints how well issues are set: word spaces, hyphens, single lines, white space.',
  ).action(async (names: string[], options: Pick<IssueChoice, 'all'>) => {
    const { reportTypesetting } = await import('./commands/typeset-report.ts');
    exitCode = await reportTypesetting({ names, ...options }, root, world);
  });
  issueCommand('preview', 'Shows issues in the browser while they are written.')
    .option('--port <number>', 'the port to use; the first free one from 4380 when left out')
    .option('--no-open', 'do not open the browser')
    .action(async (names: string[], options: Omit<PreviewRequest, 'names'>) => {
      const { previewIssues } = await import('./commands/preview.ts');
      exitCode = await previewIssues({ names, ...options }, root, world);
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
      exitCode = await checkIssues({ names, ...options }, root, world);
    });
  program
    .command('validate-pdf')
    .description('Checks PDFs against PDF/UA-1 and PDF/A-2a with veraPDF, where that is installed.')
    .argument('[file...]', 'PDF files; those of the output folder when none are named')
    .action(async (files: string[]) => {
      exitCode = await validatePdfs(files, root, world);
    });
  addDeskCommands(program, root, world, (code) => {
    exitCode = code;
  });
  program.hook('preAction', (_, command) => takeOptionsFromNpm(command, world));
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.built : EXIT.failed;
    if (error instanceof UsageError) world.warn(`${error.message}\nTry --help.`);
    else if (error instanceof CheckFailure || error instanceof WriteFailure)
      world.warn(error.message);
    else throw error;
    return EXIT.failed;
  }
}

/**
 * `npm run build-issue --all`, without two dashes before it, gives `--all` to npm, which passes it on
 * in the environment only; a value that stands after its option it makes one of the names.
 * Source: npm's documentation, "config", "Environment Variables".
 */
function takeOptionsFromNpm(command: Command, { environment }: World): void {
  if (environment.npm_lifecycle_event !== command.name()) return;
  for (const option of command.options) {
    const kept = environment[`npm_config_${option.name().replaceAll('-', '_')}`];
    const attribute = option.attributeName();
    if (!kept || command.getOptionValueSource(attribute) === 'cli') continue;
    if (option.required && (kept === 'true' || option.argChoices?.includes(kept) === false)) {
      throw new UsageError(
        `npm took ${option.long} for itself. Two dashes go before the options: npm run ${command.name()} -- ${option.flags}`,
      );
    }
    command.setOptionValue(attribute, option.required ? kept : kept === 'true');
  }
}

/** The commands that make an editor's files ready; `end` is told each one's exit code. */
function addDeskCommands(
  program: Command,
  root: string,
  world: World,
  end: (exitCode: number) => void,
): void {
  program
    .command('new-issue')
    .description('Makes the folder of the next issue, with an example to replace.')
    .option('--number <number>', 'its number; the next one of its year')
    .option('--from <day>', 'its first day, as 2025-01-16; the day after the newest issue')
    .option('--to <day>', 'its last day; the 15th or the end of the month')
    .option('--countries <codes>', 'its countries, as KZ,KG; CARICC’s member states')
    .addHelpText('after', AFTER_NEW_ISSUE_HELP)
    .action(async (wishes: NewIssueRequest) => {
      const { makeNewIssue } = await import('./commands/new-issue.ts');
      end(await makeNewIssue(wishes, root, world));
    });
  program
    .command('write-schema')
    .description('Writes the JSON Schema by which editing programs complete and explain an issue.')
    .action(async () => {
      const { writeSchemas } = await import('./commands/write-schema.ts');
      end(await writeSchemas(root, world));
    });
}
