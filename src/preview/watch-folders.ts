import type { Host } from '../host/host.ts';

/** Keeps an eye on folders. */
export interface FolderWatch {
  /** Watches these folders and no others; one that may be another since is watched anew. */
  watch(folders: Iterable<string>): Promise<void>;
  close(): void;
}

/** Pauses in ms: until a burst of hints is over, and between looks where no hint comes. */
export interface WatchDelays {
  readonly settle: number;
  readonly look: number;
}

/** A save is several changes of a folder within a few ms; network disks and renamed folders give no hint. */
export const WATCH_DELAYS: WatchDelays = { settle: 25, look: 1000 };

interface Watched {
  /** The folder's mark when the watch began. */
  readonly stamp: string | undefined;
  readonly stop: () => void;
}

/** Calls `look` soon after something may have changed in the folders, and now and then anyway. */
export function watchFolders(host: Host, look: () => void, pauses = WATCH_DELAYS): FolderWatch {
  const watched = new Map<string, Watched>();
  let settling: NodeJS.Timeout | undefined;
  const hint = () => {
    clearTimeout(settling);
    settling = setTimeout(look, pauses.settle);
  };
  const looking = setInterval(look, pauses.look);
  const forget = (folder: string) => {
    watched.get(folder)?.stop();
    watched.delete(folder);
  };
  return {
    async watch(folders) {
      const wanted = new Set(folders);
      for (const folder of [...watched.keys()]) if (!wanted.has(folder)) forget(folder);
      for (const folder of wanted) {
        const stamp = await host.stampOf(folder);
        const known = watched.get(folder);
        if (known && known.stamp === stamp) continue;
        // The new watch begins before the old one ends: no change falls between them.
        watched.set(folder, { stamp, stop: host.watchFolder(folder, hint) });
        known?.stop();
      }
    },
    close() {
      clearTimeout(settling);
      clearInterval(looking);
      for (const folder of [...watched.keys()]) forget(folder);
    },
  };
}
