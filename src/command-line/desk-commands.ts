import type { Command } from 'commander';
import type { NewIssueRequest } from '../commands/new-issue.ts';
import type { PreviewRequest } from '../commands/preview.ts';
import type { CommandLine } from './command-line.ts';
import { addIssueCommand } from './issue-commands.ts';

const AFTER_NEW_ISSUE_HELP = `
An issue that is there is never written over.

Examples:
  npm run new-issue
  npm run new-issue -- --countries KZ,KG,UZ
  npm run new-issue -- --number 3 --from 2025-02-01 --to 2025-02-15`;

/** The commands of an editor's desk. */
export function addDeskCommands(program: Command, { root, world, end }: CommandLine): void {
  program
    .command('new-issue')
    .description('Makes the folder of the next issue, with an example to replace.')
    .option('--number <number>', 'its number; the next one of its year')
    .option('--from <day>', 'its first day, as 2025-01-16; the day after the newest issue')
    .option('--to <day>', 'its last day; the 15th or the end of the month')
    .option('--countries <codes>', 'its countries, as KZ,KG; CARICC’s member states')
    .addHelpText('after', AFTER_NEW_ISSUE_HELP)
    .action(async (wishes: NewIssueRequest) => {
      const { makeNewIssue } = await import('../commands/new-issue.ts');
      end(await makeNewIssue(wishes, root, world));
    });
  addIssueCommand(program, 'preview', 'Shows issues in the browser while they are written.')
    .option('--port <number>', 'the port to use; the first free one from 4380 when left out')
    .option('--no-open', 'do not open the browser')
    .action(async (names: string[], options: Omit<PreviewRequest, 'names'>) => {
      const { previewIssues } = await import('../commands/preview.ts');
      end(await previewIssues({ names, ...options }, root, world));
    });
  program
    .command('write-schema')
    .description('Writes the JSON Schema by which editing programs complete and explain an issue.')
    .action(async () => {
      const { writeSchemas } = await import('../commands/write-schema.ts');
      end(await writeSchemas(root, world));
    });
}
