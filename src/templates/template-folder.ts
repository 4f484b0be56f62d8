import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../diagnostics/problem.ts';
import { type CodeNotes, error } from '../diagnostics/problem-code.ts';
import type { Host } from '../host/host.ts';
import { readYaml } from '../source/read-yaml.ts';
import { type KnownValues, readTemplateYaml, type TemplateFile } from './read-template-yaml.ts';

/** Problems of templates. */
export const TEMPLATE_CODES = {
  'template-missing': error('Without this file of the template nothing can be printed.'),
} satisfies CodeNotes;

/** Reads the files of one publication's templates. */
export interface TemplateFolder {
  /**
   * A YAML file of the folder, checked; its problems are the template's, not an issue's. With a name for
   * what the schema makes of it, it is known the next time.
   */
  readYaml<T>(name: string, schema: z.ZodType<T>, reading?: string): Promise<TemplateFile<T>>;
  /** A drawing of the folder as SVG text. */
  readDrawing(name: string): Promise<string>;
  /** A page template or style sheet of the folder. */
  readText(name: string): Promise<string>;
  /** The first text file that exists, of one or more names. @throws NodeJS.ErrnoException */
  readFirst(names: readonly string[]): Promise<string>;
  /** A text file of the folder; undefined if there is none. */
  findText(name: string): Promise<string | undefined>;
  /** A file of an installed package, such as a font. */
  readPackageFile(name: string): Promise<Buffer>;
}

/** For who reads a template once: nothing is known before. */
const NOTHING_KNOWN: KnownValues = { get: (_, make) => make() };

/** The templates of a publication; `root` is the project's folder. */
export function openTemplateFolder(
  root: string,
  publication: string,
  host: Host,
  known: () => Promise<KnownValues> = async () => NOTHING_KNOWN,
): TemplateFolder {
  const folder = join(root, 'templates', publication);
  /** With the line endings of Windows a template would make other pages than on other systems. */
  const readText = async (name: string) =>
    (await host.readFile(join(folder, name))).toString().replaceAll('\r\n', '\n');
  const findText = async (name: string) =>
    (await host.kindOf(join(folder, name))) === 'file' ? readText(name) : undefined;
  return {
    async readYaml(name, schema, reading) {
      const text = await findText(name);
      if (text === undefined) return describeMissing(join(folder, name));
      const values = reading === undefined ? NOTHING_KNOWN : await known();
      return readTemplateYaml({ reading, path: join(folder, name), text }, schema, values);
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
    readPackageFile: (name) => host.readFile(join(root, 'node_modules', name)),
  };
}

/** What is returned for a file that is not there, such as the words of a language. */
function describeMissing(path: string): TemplateFile<never> {
  const { document } = readYaml('', path);
  const problem: Problem = {
    code: 'template-missing',
    severity: 'error',
    file: path,
    message: `the template has no \`${basename(path)}\``,
    hints: ['Add the file, or write a `language` that the publication has words for.'],
  };
  return { value: undefined, document, problems: [problem] };
}
