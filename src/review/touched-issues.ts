/** Files that every issue is made with, beside its own. */
const PROGRAM = /^(src\/|templates\/|package\.json$|package-lock\.json$)/;
const ISSUE = /^issues\/(\d{4}-\d+)\//;

/** The issues that a change touches, by name. */
export interface TouchedIssues {
  /** Those whose PDFs it may alter. */
  readonly there: readonly string[];
  /** Those whose folders it removed. */
  readonly gone: readonly string[];
}

/**
 * The issues in whose folders a change altered a file, or all when it altered the program or a
 * template, in the order of `known`.
 * @param changed paths from the project's folder, with slashes
 */
export function findTouchedIssues(
  changed: readonly string[],
  known: readonly string[],
): TouchedIssues {
  const touched = new Set(changed.flatMap((path) => ISSUE.exec(path)?.[1] ?? []));
  const all = changed.some((path) => PROGRAM.test(path));
  return {
    there: known.filter((name) => all || touched.has(name)),
    gone: [...touched].filter((name) => !known.includes(name)).sort(),
  };
}
