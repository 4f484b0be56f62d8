import type { Program } from '../archive/worker-threads.ts';
import type { World } from '../world/world.ts';

/** What the commands of a command line work with. */
export interface CommandLine {
  /** The project's folder. */
  readonly root: string;
  readonly world: World;
  /** What the launcher made of the program; absent when it was not started by it. */
  readonly launched: Program | undefined;
  /** Is told a command's exit code. */
  end(exitCode: number): void;
}
