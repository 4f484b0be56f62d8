import type { Command, Option } from 'commander';
import type { Host } from '../host/host.ts';
import { isWindows } from '../host/host.ts';
import type { LaunchedProgram } from '../publishing/archive/worker-threads.ts';
import { UsageError } from './find-issues.ts';

/** What every command gets from the program. */
export interface CommandContext {
  /** The project's folder. */
  readonly root: string;
  readonly host: Host;
  /** The bundle that the launcher started; undefined if the sources run directly. */
  readonly launched: LaunchedProgram | undefined;
  setExitCode(exitCode: number): void;
}

/**
 * Applies options that npm took for itself. Without two dashes before the options, as in `npm run
 * build-issue --all`, npm passes them only through the environment: `--all` as `npm_config_all`, `--no-open`
 * as an empty `npm_config_open`. The value of an option is lost: npm passes it as an argument.
 * @throws UsageError if an option lost its value
 * Source: npm's documentation, "config", "Environment Variables".
 */
export function applyNpmOptions(command: Command, host: Host): void {
  const { environment } = host;
  if (environment.npm_lifecycle_event !== command.name()) return;
  for (const option of command.options) {
    const attribute = option.attributeName();
    const name = option.name().replace(/^no-/, '').replaceAll('-', '_');
    const kept = environment[`npm_config_${name}`];
    if (command.getOptionValueSource(attribute) === 'cli') continue;
    if (option.negate && kept === '') command.setOptionValue(attribute, false);
    if (option.negate || !kept) continue;
    if (option.required && (kept === 'true' || option.argChoices?.includes(kept) === false)) {
      throw new UsageError(explainLostValue(command, option, host));
    }
    command.setOptionValue(attribute, option.required ? kept : kept === 'true');
  }
}

function explainLostValue(command: Command, { long, flags }: Option, host: Host): string {
  const line = (dashes: string) => `npm run ${command.name()} ${dashes} ${flags}`;
  const typed = `npm took ${long} as its own option. Put two dashes before the options: ${line('--')}`;
  // In PowerShell the npm of Node.js 20 drops unquoted dashes.
  return isWindows(host) ? `${typed}; in PowerShell, quote them: ${line("'--'")}` : typed;
}
