// Loads the template of a publication of an aid programme: its own theme and words, and the programme files.
import type { z } from 'zod';
import { checkPhrases } from '../../templates/check-phrases.ts';
import { listExamples } from '../../templates/fill-pages.ts';
import { createPhraseRenderer, type PhraseRenderer } from '../../templates/phrases.ts';
import type { TemplateFolder } from '../../templates/template-folder.ts';
import { type BodyReader, createBodyReader } from '../../text/parse-rich-text.ts';
import { type AddressPrinter, createAddressPrinter } from '../../text/readable-address.ts';
import { createTypesetter, type Typesetter, type TypographyRules } from '../../text/typography.ts';
import type { LoadedTemplate, TemplateCaches } from '../publication.ts';
import { type BodyTypesetter, createBodyTypesetter } from './compose-texts.ts';
import { createSentenceSplitter, type SentenceSplitter } from './editorial/sentences.ts';
import { keepProgrammeNames, type Programmes, readLogos, readProgrammes } from './programmes.ts';
import { readDrawings, readFonts } from './template-files.ts';

/** The validated content of the template of a publication of an aid programme. */
export interface ProgrammeTemplate<Theme, Words> {
  readonly theme: Theme;
  readonly words: Words;
  readonly programmes: Programmes;
  readonly phrases: PhraseRenderer;
  readonly typeset: Typesetter;
  readonly printAddress: AddressPrinter;
  readonly readBody: BodyReader;
  readonly typesetBody: BodyTypesetter;
  readonly splitSentences: SentenceSplitter;
  /** Example texts of a new issue, which editors must replace. */
  readonly examples: readonly string[];
  /** Drawings by file name, as SVG text. */
  readonly drawings: ReadonlyMap<string, string>;
  /** Logos of the programmes by file name, as SVG text. */
  readonly logos: ReadonlyMap<string, string>;
}

/** Where the parts of such a template are, and how they are checked. */
export interface ProgrammeTemplateFiles<Theme, Words> {
  /** Name of the publication, with which the names of its caches begin. */
  readonly name: string;
  readonly themeSchema: z.ZodType<Theme>;
  readonly wordsSchema: z.ZodType<Words>;
  /** Files of which the first that exists is the template of a new issue. */
  readonly newIssue: readonly string[];
  /** The folder of the publication. */
  readonly own: TemplateFolder;
  /** The folder that has the programme files and the emblem. */
  readonly programmes: TemplateFolder;
}

/** What every theme of these publications has. */
interface ProgrammeTheme {
  readonly typography: TypographyRules;
  readonly fonts: Parameters<typeof readFonts>[0];
  readonly closing: { readonly emblem: { readonly file: string } };
}

/** Parsed bodies in the cache; an issue has about 10. */
const MAX_BODIES = 200;
/** Rendered phrases in the cache; an issue has about 30. */
const MAX_PHRASES = 500;
/** Paragraphs in the cache, split into sentences. */
const MAX_PARAGRAPHS = 100;

/** Loads the template of a language; its problems are those of all its files. */
export async function loadProgrammeTemplate<Theme extends ProgrammeTheme, Words>(
  files: ProgrammeTemplateFiles<Theme, Words>,
  language: string,
  { buildCache, persistentCache, findMissingIn }: TemplateCaches,
): Promise<LoadedTemplate<ProgrammeTemplate<Theme, Words>>> {
  const { name, own } = files;
  const [theme, words, programmes] = await Promise.all([
    own.readYaml('theme.yaml', files.themeSchema, `${name}-theme`),
    own.readYaml(
      `words.${language}.yaml`,
      files.wordsSchema,
      `${name}-words-${language}`,
      (value) => checkPhrases(value, language),
    ),
    readProgrammes(files.programmes, language),
  ]);
  const read = [theme, words, ...programmes.files];
  const problems = read.flatMap((file) => file.problems);
  const documents = read.map(({ document }) => document);
  if (!theme.value || !words.value) return { template: undefined, fonts: {}, problems, documents };
  const fonts = await readFonts(theme.value.fonts, own);
  const findMissing = await findMissingIn(fonts);
  const printAddress = createAddressPrinter((text) => findMissing(text).length === 0);
  const typeset = keepProgrammeNames(
    createTypesetter(language, theme.value.typography, printAddress),
    programmes,
  );
  const readBody = createBodyReader(
    buildCache,
    await persistentCache.open(`${name}-bodies`, MAX_BODIES),
  );
  const logos = await readLogos(programmes, files.programmes);
  const template = {
    theme: theme.value,
    words: words.value,
    programmes,
    phrases: createPhraseRenderer(
      language,
      buildCache,
      await persistentCache.open(`${name}-phrases-${language}`, MAX_PHRASES),
    ),
    typeset,
    printAddress,
    readBody,
    typesetBody: createBodyTypesetter(readBody, typeset, buildCache),
    splitSentences: createSentenceSplitter(
      language,
      await persistentCache.open(`${name}-sentences-${language}`, MAX_PARAGRAPHS),
    ),
    examples: listExamples(await own.readFirst(files.newIssue)),
    drawings: await readDrawings([theme.value.closing.emblem.file], files.programmes),
    logos: logos.byFile,
  };
  return {
    template,
    fonts,
    problems: [...problems, ...logos.problems],
    documents,
  };
}
