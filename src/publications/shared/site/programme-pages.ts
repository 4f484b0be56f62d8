// What the site pages of publications of an aid programme have in common: templates, styles, and the words
// and drawings that come from the programme.
import { basename } from 'node:path';
import { z } from 'zod';
import { hashedAddress } from '../../../site/addresses.ts';
import { showBlocks, showSpans } from '../../../site/show-text.ts';
import type { LoadedSiteTemplate, SiteFile, SiteSection } from '../../../site/site-pages.ts';
import { checkPhrases } from '../../../templates/check-phrases.ts';
import { createPhraseRenderer, type PhraseRenderer } from '../../../templates/phrases.ts';
import type { TemplateFolder } from '../../../templates/template-folder.ts';
import type { Block, Span } from '../../../text/rich-text.ts';
import type { ClosingBlock, Sourced } from '../compose-programme.ts';

/** Templates, words and drawings of a publication's pages in one language. */
export interface ProgrammePages<Words> extends Pick<SiteSection, 'templates' | 'styles'> {
  readonly language: string;
  readonly words: Words;
  readonly phrases: PhraseRenderer;
  /** Name of the template of an issue's page. */
  readonly page: string;
  /** Address of the emblem of the European Union. */
  readonly emblem: string;
  /** Style sheets and the emblem. */
  readonly assets: readonly SiteFile[];
}

/** Where the templates of a publication's pages are. */
export interface ProgrammePageFiles<Words> {
  /** Name of the publication, and of its page template. */
  readonly name: string;
  readonly wordsSchema: z.ZodType<Words>;
  /** Names of its other page templates. */
  readonly partials?: readonly string[];
  /** The folder of the publication. */
  readonly own: TemplateFolder;
  /** The folder that has the emblem, and the pages that publications share. */
  readonly programmes: TemplateFolder;
}

/** The part of a theme that names the emblem's file. */
const emblemSchema = z.looseObject({
  closing: z.looseObject({ emblem: z.looseObject({ file: z.string() }) }),
});

/** Page template that publications share; it is a partial of their own ones. */
const CLOSING = 'closing';

/** Returns the name of the file with the words of a publication's pages in a language. */
function wordsFile(language: string): string {
  return `site/words.${language}.yaml`;
}

/** Whether a publication has words for its pages in a language. */
export async function hasPageWords(folder: TemplateFolder, language: string): Promise<boolean> {
  return (await folder.findText(wordsFile(language))) !== undefined;
}

/**
 * Reads the templates of a publication's pages.
 * @param create makes the template of the site from them
 */
export async function readProgrammePages<Words, Template>(
  { name, wordsSchema, partials = [], own, programmes }: ProgrammePageFiles<Words>,
  language: string,
  create: (pages: ProgrammePages<Words>) => Template,
): Promise<LoadedSiteTemplate<Template>> {
  const [words, theme] = await Promise.all([
    own.readYaml(wordsFile(language), wordsSchema, undefined, (value) =>
      checkPhrases(value, language),
    ),
    own.readYaml('theme.yaml', emblemSchema),
  ]);
  const problems = [...words.problems, ...theme.problems];
  const documents = [words.document, theme.document];
  if (!words.value || !theme.value) return { template: undefined, problems, documents };
  const { file } = theme.value.closing.emblem;
  const style = (title: string, content: string) => ({
    address: hashedAddress(`assets/${title}.css`, content),
    content,
  });
  const emblem = await programmes.readDrawing(file);
  const emblemAddress = hashedAddress(`assets/${basename(file)}`, emblem);
  const styles = [
    style('programme', await programmes.readText('site/programme.css')),
    style(name, await own.readText('site/style.css')),
  ];
  const pages = {
    language,
    words: words.value,
    phrases: createPhraseRenderer(language),
    page: name,
    templates: {
      ...(await readPages([CLOSING], programmes)),
      ...(await readPages([name, ...partials], own)),
    },
    styles: styles.map(({ address }) => address),
    emblem: emblemAddress,
    assets: [...styles, { address: emblemAddress, content: emblem }],
  };
  return { template: create(pages), problems, documents };
}

async function readPages(names: readonly string[], folder: TemplateFolder) {
  const pages = names.map(async (name) => [name, await folder.readText(`site/${name}.hbs`)]);
  return Object.fromEntries(await Promise.all(pages)) as Readonly<Record<string, string>>;
}

/** Returns running text of an issue or its programme for the page templates. */
export function showText(text: Sourced<readonly Block[]> | undefined) {
  return text && showBlocks(text.content);
}

/** Returns a line of an issue or its programme for the page templates. */
export function showLine(line: Sourced<readonly Span[]> | undefined) {
  return line && showSpans(line.content);
}

/** Returns the closing block for the page template `closing`. */
export function showClosing(closing: ClosingBlock, { emblem }: ProgrammePages<unknown>) {
  const { implementer, funder, delegation, europeanUnion, disclaimer } = closing;
  return {
    hasFunderSide: Boolean(funder ?? delegation),
    implementer: implementer && {
      statement: implementer.statement.content.split('\n'),
      logos: implementer.logos.map(({ svg, alt }) => ({ file: logoAddress(svg), alt })),
      name: implementer.name?.content,
      address: implementer.address.map(({ content }) => content),
    },
    funder: funder && {
      statement: funder.statement.content.split('\n'),
      emblem: { file: emblem, alt: funder.emblem },
    },
    delegation: delegation && {
      name: delegation.name.content,
      lines: delegation.lines.map(({ content }) => showSpans(content)),
    },
    texts: [europeanUnion, disclaimer].flatMap((text) => text?.content ?? []),
  };
}

/** Returns the logos of a closing block as files of the site. */
export function listLogos({ implementer }: ClosingBlock): SiteFile[] {
  return (implementer?.logos ?? []).map(({ svg }) => ({ address: logoAddress(svg), content: svg }));
}

function logoAddress(svg: string): string {
  return hashedAddress('assets/logo.svg', svg);
}
