// Learns what an issue depends on from what its build asks for: the issue, its templates, its photos,
// and photos that it names and that are not there yet.

import type { Host } from '../host/host.ts';
import { observeHost } from '../host/observe-host.ts';

/** Where a build has looked, and how things stood there then. */
export interface ReadRecord {
  /** The paths that do not stand as they stood when the build last looked. */
  findChanged(): Promise<string[]>;
  /** The paths a build has looked at. */
  paths(): readonly string[];
  /** Forgets how things stood: the next build looks again. */
  refresh(): Promise<void>;
}

/** A world that keeps a record of what is read in it; what `ignores` names is passed over. */
export function recordReads(
  host: Host,
  ignores: (path: string) => boolean,
): { host: Host; record: ReadRecord } {
  const stamps = new Map<string, Promise<string | undefined>>();
  const findChanged = async () => {
    const compared = [...stamps].map(async ([path, before]) => {
      const [then, now] = await Promise.all([before, host.stampOf(path)]);
      return then === now ? [] : [path];
    });
    return (await Promise.all(compared)).flat();
  };
  return {
    host: observeHost(host, {
      beforeReading: (path) => {
        if (!ignores(path) && !stamps.has(path)) stamps.set(path, host.stampOf(path));
        // How it stood before it was read: a change while it is read is a change to be seen.
        return stamps.get(path);
      },
    }),
    record: {
      findChanged,
      paths: () => [...stamps.keys()],
      refresh: async () => {
        for (const path of stamps.keys()) stamps.set(path, host.stampOf(path));
        await Promise.all(stamps.values());
      },
    },
  };
}
