import type { Shelf } from '../memory/memory.ts';
import { type ReadYaml, readYaml, type SourceDocument } from '../source/read-yaml.ts';

/** What sound YAML texts say, by the texts. */
export type KnownValues = Shelf<string, unknown>;

/**
 * Reads a YAML text as readYaml does, and parses it only when it is new or a place in it is asked for:
 * templates are read at each start and seldom changed.
 */
export function readKnownYaml(text: string, file: string, values: KnownValues): ReadYaml {
  let read: ReadYaml | undefined;
  const readNow = () => {
    read ??= readYaml(text, file);
    return read;
  };
  const value = values.get(text, () => {
    const { document, problems } = readNow();
    return problems.length === 0 && isPlain(document.value) ? document.value : undefined;
  });
  if (read || value === undefined) return readNow();
  return { document: openLazily({ file, text, value }, () => readNow().document), problems: [] };
}

/** Whether JSON gives the value back: what is no number and what is endless it does not. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isPlain);
  return value !== undefined;
}

function openLazily(
  known: Pick<SourceDocument, 'file' | 'text' | 'value'>,
  read: () => SourceDocument,
): SourceDocument {
  return {
    ...known,
    get silences() {
      return read().silences;
    },
    locate: (path) => read().locate(path),
    locateKey: (path) => read().locateKey(path),
    locateText: (path, from, to) => read().locateText(path, from, to),
    locateJoin: (path) => read().locateJoin(path),
  };
}
