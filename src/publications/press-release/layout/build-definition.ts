import type { ContentNode, DocumentDefinition, Origin } from '../../../pdf/definition.ts';
import type { Span } from '../../../text/rich-text.ts';
import type { Sourced } from '../../shared/compose-programme.ts';
import { body, bodyStyles } from '../../shared/layout/body.ts';
import { closingBlock } from '../../shared/layout/closing-block.ts';
import { photoFigure } from '../../shared/layout/figure.ts';
import { buildStyles, drawingNamed, textBlock } from '../../shared/layout/page.ts';
import { breakableParagraph, colorNamed } from '../../shared/layout/text.ts';
import type { ComposedRelease } from '../composed-release.ts';
import type { Theme } from '../theme.ts';

/** Input of the layout beside the composed release. */
export interface LayoutContext {
  readonly theme: Theme;
  /** The template's drawings by file name, as SVG text. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** Id of the headline, for the contents of the build report. */
export const HEADLINE_ID = 'headline';

/** Builds the document definition of a press release. */
export function buildDefinition(
  release: ComposedRelease,
  context: LayoutContext,
): DocumentDefinition {
  const { theme } = context;
  const { page, closing, colors } = theme;
  return {
    language: release.language,
    info: release.document,
    date: new Date(`${release.date}T00:00:00Z`),
    pageSize: { width: page.width, height: page.height },
    pageMargins: page.margins,
    ...buildStyles(theme),
    numbering: { unnumberedPages: 0, unnumberedAtEnd: 0, unnumberedIfSingle: true },
    underline: theme.underline,
    viewAbove: page.viewAbove,
    folio: { style: 'folio', fromEdge: page.folioFromEdge },
    content: [
      bar(theme),
      ...head(release),
      ...story(release, context),
      ...programme(release, theme),
      ...closingBlock(release.closing, {
        theme: closing,
        colors,
        emblem: drawingNamed(closing.emblem.file, context),
        width: textBlock(theme).width,
      }),
    ],
  };
}

function bar({ page, bar: { height, color }, colors }: Theme): ContentNode {
  const rectangle = { type: 'rect', x: 0, y: 0, w: page.width, h: height };
  return {
    canvas: [{ ...rectangle, color: colorNamed(color, colors) }],
    absolutePosition: { x: 0, y: 0 },
  };
}

function head({ draft, embargoNotice, label, headline, dateline }: ComposedRelease): ContentNode[] {
  return [
    ...textIf(draft, 'draft', 'draft'),
    ...textIf(embargoNotice, 'embargo', 'embargo'),
    { text: label, style: 'label', keepWithNext: true },
    {
      text: headline,
      style: 'headline',
      tag: 'H1',
      id: HEADLINE_ID,
      origin: originOf(['headline']),
      bookmark: { level: 1, title: headline },
      keepWithNext: true,
    },
    ...textIf(dateline, 'dateline', 'place').map((node) => ({ ...node, keepWithNext: true })),
  ];
}

function textIf(text: string | undefined, style: string, key: string): ContentNode[] {
  return text === undefined ? [] : [{ text, style, origin: originOf([key]) }];
}

function story(
  { photo, lead, body: blocks }: ComposedRelease,
  { theme }: LayoutContext,
): ContentNode[] {
  const figure =
    photo &&
    photoFigure(photo, originOf(['photo']), {
      theme: theme.photo,
      textWidth: textBlock(theme).width,
      styles: { caption: 'caption', credit: 'credit' },
    });
  return [
    {
      stack: [
        ...(figure ? [figure] : []),
        ...textIf(lead, 'lead', 'lead'),
        ...body(blocks, bodyStyles(theme, 'H2'), ['body']),
      ],
      clear: true,
      tag: 'Art',
    },
  ];
}

function programme({ about, readMore, contact }: ComposedRelease, theme: Theme): ContentNode[] {
  const styles = { ...bodyStyles(theme, 'H2'), text: 'about' };
  return [
    ...(about ? withOrigin(body(about.content, styles, about.path ?? []), about.path) : []),
    ...lineIf(readMore, 'readMore'),
    ...lineIf(contact, 'contact'),
  ];
}

/** The programme's own words have no place in the issue. */
function withOrigin(nodes: ContentNode[], path: Origin['path'] | undefined): ContentNode[] {
  if (path) return nodes;
  return nodes.map((node) => {
    if (!('origin' in node)) return node;
    const { origin: _, ...rest } = node;
    return rest;
  });
}

function lineIf(line: Sourced<readonly Span[]> | undefined, style: string): ContentNode[] {
  if (!line) return [];
  const origin = line.path && originOf(line.path);
  return [breakableParagraph(line.content, { text: style, link: 'link' }, origin)];
}

function originOf(path: Origin['path']): Origin {
  return { path, at: 0 };
}
