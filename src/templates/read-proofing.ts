import { join } from 'node:path';
import type { PersistentCache } from '../cache/persistent-cache.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import type { SourceDocument } from '../source/read-yaml.ts';
import { readSpeller } from '../text/spelling/read-speller.ts';
import { type ProofingTools, vocabularySchema } from '../text/spelling/vocabulary.ts';
import { openTemplateFolder } from './template-folder.ts';

/** Folder of the vocabularies below templates/. */
const FOLDER = 'vocabulary';

/** Vocabularies in the cache: more than there are languages. */
const MAX_VOCABULARIES = 10;

/** Proofing tools of a language, and problems of its vocabulary. */
export interface ReadProofing {
  /** Undefined if the language has no dictionary or no valid vocabulary. */
  readonly tools?: ProofingTools | undefined;
  readonly problems: readonly Problem[];
  readonly documents: readonly SourceDocument[];
}

/** Where the tools are read from. */
interface ProofingSources {
  /** The project's folder. */
  readonly root: string;
  readonly host: Host;
  readonly persistentCache: PersistentCache;
}

/** Reads the dictionary and the vocabulary of a language. */
export async function readProofing(
  language: string,
  { root, host, persistentCache }: ProofingSources,
): Promise<ReadProofing> {
  const openCache = () => persistentCache.open<unknown>(FOLDER, MAX_VOCABULARIES);
  const folder = openTemplateFolder(root, FOLDER, host, openCache);
  const name = `${language}.yaml`;
  const none = { problems: [], documents: [] };
  if ((await folder.findText(name)) === undefined) return none;
  const { value, problems, document } = await folder.readYaml(name, vocabularySchema, FOLDER);
  if (value === undefined) return { problems, documents: [document] };
  const speller = await readSpeller(language, join(root, 'node_modules'), host);
  return speller ? { ...none, tools: { speller, vocabulary: value } } : none;
}
