/** Runs `work`. Returns its result, and the processor time it took, in s. */
export async function measureWork<T>(work: () => Promise<T>): Promise<{ made: T; busy: number }> {
  const before = process.cpuUsage();
  const made = await work();
  const { user, system } = process.cpuUsage(before);
  return { made, busy: (user + system) / 1e6 };
}
