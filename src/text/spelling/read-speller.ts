import { join } from 'node:path';
import type { Host } from '../../host/host.ts';
import { languageOf } from '../languages/index.ts';
import { type Dictionary, openDictionary } from './dictionary.ts';
import { createSpeller, type Speller } from './speller.ts';

/**
 * Dictionaries of this process by the text of their words: a process that checks many issues, or a changing
 * one, indexes the words once.
 */
const opened = new Map<string, Dictionary>();

/**
 * Reads the dictionaries of a language; undefined if it has none.
 * @param packages folder of the installed packages
 */
export async function readSpeller(
  language: string,
  packages: string,
  host: Pick<Host, 'readFile'>,
): Promise<Speller | undefined> {
  const { spelling: rules } = languageOf(language) ?? {};
  if (!rules) return undefined;
  const read = async (...path: string[]) =>
    (await host.readFile(join(packages, ...path))).toString();
  const dictionaries = await Promise.all(
    rules.dictionaries.map(async ({ variant, module }) => {
      const texts = { aff: await read(module, 'index.aff'), dic: await read(module, 'index.dic') };
      const dictionary = opened.get(texts.dic) ?? openDictionary(texts);
      opened.set(texts.dic, dictionary);
      return { variant, dictionary };
    }),
  );
  return createSpeller({ dictionaries, rules });
}
