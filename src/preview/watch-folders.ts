import type { Host } from '../host/host.ts';

/** A watch of folders. */
export interface FolderWatch {
  /** Watches these folders and no others; a folder that was replaced is watched again. */
  watch(folders: Iterable<string>): Promise<void>;
  close(): void;
}

/** Delays of a watch, in ms. */
export interface WatchDelays {
  /** Time without events after which a change is reported. */
  readonly debounce: number;
  /** Time between checks that do not depend on events. */
  readonly poll: number;
}

/** A save causes several events within a few ms; network disks and renamed folders cause none. */
export const WATCH_DELAYS: WatchDelays = { debounce: 25, poll: 1000 };

interface WatchedFolder {
  /** The folder's stamp when the watch began. */
  readonly stamp: string | undefined;
  readonly stop: () => void;
}

/** Calls `check` shortly after a change in the folders, and at regular intervals. */
export function watchFolders(host: Host, check: () => void, delays = WATCH_DELAYS): FolderWatch {
  const watched = new Map<string, WatchedFolder>();
  let debounce: NodeJS.Timeout | undefined;
  const hint = () => {
    clearTimeout(debounce);
    debounce = setTimeout(check, delays.debounce);
  };
  const poll = setInterval(check, delays.poll);
  const unwatch = (folder: string) => {
    watched.get(folder)?.stop();
    watched.delete(folder);
  };
  return {
    async watch(folders) {
      const wanted = new Set(folders);
      for (const folder of [...watched.keys()]) if (!wanted.has(folder)) unwatch(folder);
      for (const folder of wanted) {
        const stamp = await host.stampOf(folder);
        const known = watched.get(folder);
        if (known && known.stamp === stamp) continue;
        // The new watch begins before the old one ends, so that no change is missed.
        watched.set(folder, { stamp, stop: host.watchFolder(folder, hint) });
        known?.stop();
      }
    },
    close() {
      clearTimeout(debounce);
      clearInterval(poll);
      for (const folder of [...watched.keys()]) unwatch(folder);
    },
  };
}
