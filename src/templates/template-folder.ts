import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../diagnostics/problem.ts';
import { type CodeNotes, error } from '../diagnostics/problem-code.ts';
import type { Host } from '../host/host.ts';
import { readYaml } from '../source/read-yaml.ts';
import {
  readTemplateYaml,
  type TemplateCache,
  type TemplateFile,
  type ValueCheck,
} from './read-template-yaml.ts';

/** Problems of templates. */
export const TEMPLATE_CODES = {
  'template-missing': error('Without this template file, nothing can be printed.'),
  'phrase-invalid': error('A phrase of the template that cannot be read cannot be printed.'),
  'forms-missing': error(
    'Without all forms of its language a phrase is printed wrong for some numbers.',
  ),
} satisfies CodeNotes;

/** Reads the template files of a publication. */
export interface TemplateFolder {
  /**
   * Reads and checks a YAML file; its problems concern the template, not an issue. With a `schemaName`,
   * the value is cached. `check` finds what a schema cannot.
   */
  readYaml<T>(
    name: string,
    schema: z.ZodType<T>,
    schemaName?: string,
    check?: ValueCheck<T>,
  ): Promise<TemplateFile<T>>;
  /** Reads a drawing as SVG text. */
  readDrawing(name: string): Promise<string>;
  /** Reads a page template or style sheet. */
  readText(name: string): Promise<string>;
  /** Reads the first text file that exists of several names. @throws NodeJS.ErrnoException */
  readFirst(names: readonly string[]): Promise<string>;
  /** Reads a text file; undefined if there is none. */
  findText(name: string): Promise<string | undefined>;
  /** Returns the names of the files in a sub-folder, sorted; none if there is no such folder. */
  listFiles(folder: string): Promise<string[]>;
  /** Reads a file of an installed package, such as a font. */
  readPackageFile(name: string): Promise<Buffer>;
  /** Opens the templates of another publication, which this one shares. */
  openOther(publication: string): TemplateFolder;
}

/** For callers that read a template only once. */
const UNCACHED: TemplateCache = { get: (_, make) => make() };

/** Opens the templates of a publication; `root` is the folder of the project. */
export function openTemplateFolder(
  root: string,
  publication: string,
  host: Host,
  openCache: () => Promise<TemplateCache> = async () => UNCACHED,
): TemplateFolder {
  const folder = join(root, 'templates', publication);
  /** CRLF is normalized to LF, so that pages are the same on every system. */
  const readText = async (name: string) =>
    (await host.readFile(join(folder, name))).toString().replaceAll('\r\n', '\n');
  const findText = async (name: string) =>
    (await host.kindOf(join(folder, name))) === 'file' ? readText(name) : undefined;
  return {
    async readYaml(name, schema, schemaName, check) {
      const text = await findText(name);
      if (text === undefined) return describeMissing(join(folder, name));
      const cache = schemaName === undefined ? UNCACHED : await openCache();
      return readTemplateYaml({ schemaName, path: join(folder, name), text }, schema, cache, check);
    },
    readDrawing: readText,
    readText,
    findText,
    async readFirst(names) {
      for (const name of names.slice(0, -1)) {
        const text = await findText(name);
        if (text !== undefined) return text;
      }
      return readText(names.at(-1) ?? '');
    },
    listFiles: async (name) => (await host.list(join(folder, name))).sort(),
    readPackageFile: (name) => host.readFile(join(root, 'node_modules', name)),
    openOther: (other) => openTemplateFolder(root, other, host, openCache),
  };
}

/** Returns the problem for a missing file, such as the phrases of a language. */
function describeMissing(path: string): TemplateFile<never> {
  const { document } = readYaml('', path);
  const problem: Problem = {
    code: 'template-missing',
    severity: 'error',
    file: path,
    message: `the template has no \`${basename(path)}\``,
    hints: ['Add the file, or set `language` to one that the publication supports.'],
  };
  return { value: undefined, document, problems: [problem] };
}
