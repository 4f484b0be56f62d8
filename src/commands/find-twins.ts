import { basename, dirname } from 'node:path';

/** Issues, told apart by the names of their folders. */
export interface ToldApart {
  readonly single: readonly string[];
  /** Issues whose folders have the name of an earlier one but for zeros, each with that one. */
  readonly twins: readonly (readonly [file: string, earlier: string])[];
}

/** Finds folders that name one issue, as 2025-1 and 2025-01 do: both would be built as one PDF. */
export function findTwins(files: readonly string[]): ToldApart {
  const owners = new Map<string, string>();
  const twins: [string, string][] = [];
  for (const file of files) {
    const name = basename(dirname(file))
      .split('-')
      .map((digits) => String(Number(digits)))
      .join('-');
    const earlier = owners.get(name);
    if (earlier === undefined) owners.set(name, file);
    else twins.push([file, earlier]);
  }
  return { single: [...owners.values()], twins };
}
