import type { Command } from 'commander';
import { PUBLISHING_COMMANDS, takeStep } from '../commands/publishing.ts';
import type { CommandLine } from './command-line.ts';

/** The steps of the workflows; each takes its words as they are. */
export function addPublishingCommands(program: Command, { root, world, end }: CommandLine): void {
  for (const step of PUBLISHING_COMMANDS) {
    const command = program.command(step.name).description(step.description);
    command.arguments(step.words).action(async () => {
      end(await takeStep(step, command.args, root, world));
    });
  }
}
