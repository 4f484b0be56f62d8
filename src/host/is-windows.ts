import type { World } from './host.ts';

/** Whether the machine has Windows, as its environment says. */
export function isWindows({ environment }: Pick<World, 'environment'>): boolean {
  return environment.OS === 'Windows_NT';
}
