import type { Position } from '../diagnostics/problem.ts';

/**
 * Address that opens a file in VS Code, at a place in it where one is given. Source: "Opening VS
 * Code with URLs" in its documentation of the command line.
 */
export function editorLink(file: string, place?: Position): string {
  const steps = file.split(/[\\/]/).map(encodeURIComponent).join('/').replaceAll('%3A', ':');
  const path = steps.startsWith('/') ? steps : `/${steps}`;
  return `vscode://file${path}${place ? `:${place.line}:${place.column}` : ''}`;
}
