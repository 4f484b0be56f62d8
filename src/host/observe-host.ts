import type { Host } from './host.ts';

/** What each member of `Host` does with files. A new member without an entry here does not compile. */
const USES = {
  readFile: 'reads',
  kindOf: 'reads',
  nameKindOf: 'reads',
  stampOf: 'reads',
  changedAt: 'reads',
  usageOf: 'reads',
  realPath: 'reads',
  list: 'reads',
  makeFolder: 'writes',
  writeFile: 'writes',
  rename: 'writes',
  remove: 'writes',
  removeFolder: 'writes',
  removeEmptyFolder: 'writes',
  watchFolder: 'other',
  run: 'other',
  openAddress: 'other',
  untilStopped: 'other',
  now: 'other',
  currentTime: 'other',
  isRunning: 'other',
  isTerminal: 'other',
  print: 'other',
  warn: 'other',
  showProgress: 'other',
  program: 'other',
  process: 'other',
  thread: 'other',
  processors: 'other',
  environment: 'other',
  folder: 'other',
} as const satisfies Readonly<Record<keyof Host, 'reads' | 'writes' | 'other'>>;

/** Methods that read or write files; the first argument of each is a path. */
type FileMethod = {
  [Name in keyof Host]: (typeof USES)[Name] extends 'other' ? never : Name;
}[keyof Host];

/** Called with the result of a method before the caller gets it. */
type After<Name extends FileMethod> = (result: Awaited<ReturnType<Host[Name]>>) => unknown;

/** Called with the arguments of a method before it runs; the method waits for it. */
type Before<Name extends FileMethod> = (
  ...given: Parameters<Host[Name]>
) => After<Name> | Promise<After<Name> | undefined> | undefined;

/** Functions that are called when a host is used. A call fails with the error that its observer throws. */
export interface Observers {
  /** Called with the path before each method that reads a file or its metadata. */
  readonly beforeReading?: (path: string) => unknown;
  /** Called before one method each. A returned function is called afterwards if the method succeeds. */
  readonly methods?: { readonly [Name in FileMethod]?: Before<Name> };
}

/**
 * Wraps a host: every call is forwarded with all its arguments, and calls that read or write files are
 * reported to observers. All wrappers use this function, so that none can drop an argument.
 */
export function observeHost(host: Host, { beforeReading, methods = {} }: Observers): Host {
  const observe = <Name extends FileMethod>(name: Name) => {
    type Given = Parameters<Host[Name]>;
    type Result = Awaited<ReturnType<Host[Name]>>;
    const call = host[name] as (...given: Given) => Promise<Result>;
    const before = methods[name] as Before<Name> | undefined;
    return async (...given: Given): Promise<Result> => {
      if (USES[name] === 'reads') await beforeReading?.(given[0]);
      const after = await before?.(...given);
      const result = await call(...given);
      await after?.(result);
      return result;
    };
  };
  const names = (Object.keys(USES) as (keyof Host)[]).filter(isFileMethod);
  return { ...host, ...Object.fromEntries(names.map((name) => [name, observe(name)])) };
}

function isFileMethod(name: keyof Host): name is FileMethod {
  return USES[name] !== 'other';
}
