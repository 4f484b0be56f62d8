// Learns what an issue depends on from what its build asks for: the issue, its templates, its photos,
// and photos that it names and that are not there yet.
import type { FileMark, World } from '../world/world.ts';

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
  world: World,
  ignores: (path: string) => boolean,
): { world: World; record: ReadRecord } {
  const marks = new Map<string, Promise<FileMark | undefined>>();
  const note = (path: string) => {
    if (!ignores(path) && !marks.has(path)) marks.set(path, world.markOf(path));
  };
  const noting =
    <Result>(read: (path: string) => Promise<Result>) =>
    async (path: string): Promise<Result> => {
      note(path);
      // How it stood before it was read: a change while it is read is a change to be seen.
      await marks.get(path);
      return read(path);
    };
  const findChanged = async () => {
    const compared = [...marks].map(async ([path, before]) => {
      const [then, now] = await Promise.all([before, world.markOf(path)]);
      return then?.identity === now?.identity && then?.change === now?.change ? [] : [path];
    });
    return (await Promise.all(compared)).flat();
  };
  return {
    world: {
      ...world,
      readFile: noting((path) => world.readFile(path)),
      kindOf: noting((path) => world.kindOf(path)),
      realPath: noting((path) => world.realPath(path)),
      list: noting((path) => world.list(path)),
    },
    record: {
      findChanged,
      paths: () => [...marks.keys()],
      refresh: async () => {
        for (const path of marks.keys()) marks.set(path, world.markOf(path));
        await Promise.all(marks.values());
      },
    },
  };
}
