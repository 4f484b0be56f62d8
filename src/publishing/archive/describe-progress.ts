/** How far a piece of work has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Since the work began, in ms. */
  readonly elapsed: number;
}

/** Characters of the bar. */
const WIDTH = 24;

/** A bar, the count and the time left, for one line of a terminal. */
export function describeProgress({ done, total, elapsed }: Progress): string {
  const filled = total === 0 ? WIDTH : Math.floor((WIDTH * done) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
  // Before the first issue is ready there is nothing to reckon with.
  const left = done === 0 ? '' : `, ${describeTime((elapsed / done) * (total - done))} left`;
  return `${bar} ${done} of ${total}${left}`;
}

/** A length of time in ms, in words: 8 s, 1 min 20 s, 2 h 5 min. */
export function describeTime(time: number): string {
  const seconds = Math.ceil(time / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
