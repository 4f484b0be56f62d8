import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sitesSchema } from '../../src/publications/information-release/editorial/source-countries.ts';
import { themeSchema } from '../../src/publications/information-release/theme.ts';
import { type Words, wordsSchema } from '../../src/publications/information-release/words.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { root } from './project-root.ts';

const FOLDER = join(root, 'templates', 'information-release');

/** Returns the text of a file in the template of the Information Release. */
export function templateText(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

/** The English words of the template. */
export const words = wordsOf('en');

/** Returns the template's words of a language. */
export function wordsOf(language: string): Words {
  return wordsSchema.parse(readValue(`words.${language}.yaml`));
}

/** The sites of the template. */
export const sites = sitesSchema.parse(readValue('sites.yaml'));

/** The theme of the template. */
export const theme = themeSchema.parse(readValue('theme.yaml'));

function readValue(name: string): unknown {
  return readYaml(templateText(name), name).document.value;
}
