import type { Command } from 'commander';
import { UsageError } from '../commands/find-issues.ts';
import type { World } from '../world/world.ts';

/**
 * `npm run build-issue --all`, without two dashes before it, gives `--all` to npm, which passes it on
 * in the environment only; a value that stands after its option it makes one of the names.
 * Source: npm's documentation, "config", "Environment Variables".
 */
export function takeOptionsFromNpm(command: Command, { environment }: World): void {
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
