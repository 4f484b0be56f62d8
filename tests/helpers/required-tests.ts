/**
 * Whether to run tests that need a program: if it is installed, or if ALL_TESTS is `required`, as in
 * `.ci/run`. Otherwise prints that they are skipped.
 */
export function areTestsRun(what: string, isThere: boolean): boolean {
  if (isThere || process.env.ALL_TESTS === 'required') return true;
  process.stderr.write(`Skipping tests that need ${what} (see CONTRIBUTING.md).\n`);
  return false;
}
