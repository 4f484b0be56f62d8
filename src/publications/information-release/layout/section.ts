import type { ContentNode, LineDrawing, TextNode } from '../../../pdf/definition.ts';
import type { BulletinSection } from '../bulletin.ts';
import { article } from './article.ts';
import { sectionId } from './contents.ts';
import type { LayoutContext } from './layout-context.ts';

/** The flags of the package are drawn three wide to two high: a fact of the drawings. */
const FLAG_RATIO = 3 / 2;

/** A country's section on a new page: its name with the flag, then its articles. */
export function section(part: BulletinSection, context: LayoutContext): ContentNode {
  const flag = flagOf(part, context);
  const heading: TextNode = {
    text: part.title,
    style: 'sectionHeading',
    tag: 'H1',
    id: sectionId(part.country),
    bookmark: { level: 1, title: part.title },
    keepWithNext: true,
    pageBreak: 'before',
    ...(flag && { drawing: flag }),
  };
  const articles = part.articles.map((item) => article(item, context));
  return { stack: [heading, ...articles], tag: 'Sect' };
}

function flagOf(part: BulletinSection, { theme, flagOf }: LayoutContext): LineDrawing | undefined {
  const svg = flagOf(part.country);
  if (svg === undefined) return undefined;
  const { flagHeight: height, flagGap: gap } = theme.section;
  return { svg, height, width: height * FLAG_RATIO, gap };
}
