import type { DocumentDefinition } from '../../../pdf/definition.ts';
import { buildStyles } from '../../shared/layout/page.ts';
import type { ComposedIssue } from '../composed-issue.ts';
import { section } from './article.ts';
import { backCover, cover } from './covers.ts';
import { contents, introduction, masthead } from './front-matter.ts';
import type { LayoutContext } from './layout-context.ts';

/** The front and back covers have no page number; numbering begins with 1 on the masthead's page. */
const NUMBERING = { unnumberedPages: 1, unnumberedAtEnd: 1 };

/** Builds the document definition of an issue, from front cover to back cover. */
export function buildDefinition(
  composed: ComposedIssue,
  context: LayoutContext,
): DocumentDefinition {
  const { theme } = context;
  const { page } = theme;
  const emblem = composed.cover.emblem;
  return {
    language: composed.language,
    info: composed.document,
    date: new Date(`${composed.period.to}T00:00:00Z`),
    pageSize: { width: page.width, height: page.height },
    pageMargins: page.margins,
    ...buildStyles(theme),
    numbering: NUMBERING,
    underline: theme.underline,
    viewAbove: page.viewAbove,
    folio: { style: 'folio', fromEdge: page.folioFromEdge },
    content: [
      cover(composed.cover, context),
      masthead(composed.masthead, emblem, context),
      contents(composed.contentsHeading, composed.sections, context),
      introduction(composed.introduction, context),
      ...composed.sections.map((part) => section(part, context)),
      backCover(composed.masthead, emblem, context),
    ],
  };
}
