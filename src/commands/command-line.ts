import type { Command, Option } from 'commander';
import type { Host } from '../host/host.ts';
import { isWindows } from '../host/host.ts';
import type { LaunchedProgram } from '../publishing/archive/worker-threads.ts';
import { UsageError } from './find-issues.ts';
/** What the commands of a command line work with. */
export interface CommandLine {
  /** The project's folder. */
  readonly root: string;
  readonly host: Host;
  /** What the launcher made of the program; absent when it was not started by it. */
  readonly launched: LaunchedProgram | undefined;
  /** Is told a command's exit code. */
  end(exitCode: number): void;
}

/**
 * `npm run build-issue --all`, without two dashes before it, gives `--all` to npm, which passes it on
 * in the environment only; a value that stands after its option it makes one of the names. Of `--no-open`
 * it makes an empty `open`.
 * Source: npm's documentation, "config", "Environment Variables".
 */
export function takeOptionsFromNpm(command: Command, host: Host): void {
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
  const typed = `npm took ${long} for itself. Two dashes go before the options: ${line('--')}`;
  // The npm of Node.js 20 loses the two dashes in PowerShell.
  return isWindows(host) ? `${typed}; in PowerShell with quotes: ${line("'--'")}` : typed;
}
