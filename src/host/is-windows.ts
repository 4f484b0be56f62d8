import type { Host } from './host.ts';

/** Whether the machine has Windows, as its environment says. */
export function isWindows({ environment }: Pick<Host, 'environment'>): boolean {
  return environment.OS === 'Windows_NT';
}
