// Applies the rules about spelling and names to texts.
import { createBuildCache } from '../../src/cache/build-cache.ts';
import { createPersistentCache } from '../../src/cache/persistent-cache.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import type { EarlierNames } from '../../src/publications/shared/editorial/names/earlier-names.ts';
import { createPassage, type Passage } from '../../src/publications/shared/editorial/passages.ts';
import { proofreadTexts } from '../../src/publications/shared/editorial/proofread-texts.ts';
import type { Finding } from '../../src/source/finding.ts';
import type { ValuePath } from '../../src/source/positions.ts';
import { readProofing } from '../../src/templates/read-proofing.ts';
import type { ProofingTools } from '../../src/text/spelling/vocabulary.ts';
import { root } from './project-root.ts';

const read = new Map<string, Promise<ProofingTools>>();

/** Reads the dictionary and the vocabulary of a language once. */
export function proofingOf(language: string): Promise<ProofingTools> {
  const known = read.get(language) ?? readTools(language);
  read.set(language, known);
  return known;
}

async function readTools(language: string): Promise<ProofingTools> {
  const persistentCache = createPersistentCache(createBuildCache());
  const { tools } = await readProofing(language, {
    root,
    host: createNodeHost(),
    persistentCache,
  });
  if (!tools) throw new Error(`no dictionary of ${language}`);
  return tools;
}

/** Finds the problems of articles, each the text of a body. @param ownWords words of the issue */
export async function proofread(
  articles: string | readonly string[],
  {
    language = 'en',
    ownWords = [] as readonly string[],
    earlierNames = [] as readonly EarlierNames[],
  } = {},
): Promise<(Finding & { readonly marked: string })[]> {
  const bodies = typeof articles === 'string' ? [articles] : articles;
  const passages = bodies.map(
    (text, index): Passage => ({
      ...createPassage('body', text, ['articles', index, 'body']),
      article: ['articles', index],
    }),
  );
  const proofing = await proofingOf(language);
  // The line of a place is that of its article.
  const document = {
    locateText: (path: ValuePath) => {
      const start = { line: Number(path[1]) + 1, column: 1 };
      return { start, end: start };
    },
  };
  return proofreadTexts(passages, { language, document, proofing, ownWords, earlierNames }).map(
    (finding) => {
      const { from = 0, to = 0 } = finding.piece ?? {};
      return { ...finding, marked: bodies[Number(finding.path[1])]?.slice(from, to) ?? '' };
    },
  );
}

/** Returns the code, the marked text and the replacements of each problem. */
export async function listMarked(
  ...args: Parameters<typeof proofread>
): Promise<[code: string, marked: string, ...replacements: string[]][]> {
  return (await proofread(...args)).map(({ code, marked, edits = [] }) => [
    code,
    marked,
    ...edits.flatMap(({ changes }) =>
      changes.flatMap((change) => (change.kind === 'replace-piece' ? [change.newText] : [])),
    ),
  ]);
}
