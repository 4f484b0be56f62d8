/**
 * Whether tests run that need something of the machine: where it is there, and wherever ALL_TESTS is
 * set to `required`, as `.ci/run` does. Elsewhere one line says that they are left out.
 */
export function areTestsRun(what: string, isThere: boolean): boolean {
  if (isThere || process.env.ALL_TESTS === 'required') return true;
  process.stderr.write(`Tests left out here, as they need ${what} (see CONTRIBUTING.md).\n`);
  return false;
}
