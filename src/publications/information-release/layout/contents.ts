import type { ContentNode, StackNode } from '../../../pdf/definition.ts';
import type { BulletinSection } from '../bulletin.ts';
import type { LayoutContext } from './layout-context.ts';

/** Name of the place a country's section begins at; links and the report ask for it. */
export function sectionId(country: string): string {
  return `section-${country.toLowerCase()}`;
}

/** The contents: each country's official name and the number printed on its first page. */
export function contents(
  heading: string,
  sections: readonly BulletinSection[],
  { theme }: LayoutContext,
): StackNode {
  const { leader, numberWidth, numberGap } = theme.contents;
  const lines = sections.map((section): ContentNode => {
    const target = sectionId(section.country);
    return {
      stack: [
        { text: section.title, style: 'contentsLine', linkToDestination: target, tag: 'Reference' },
      ],
      tag: 'TOCI',
      contentsLine: { target, leader, numberWidth, numberGap },
    };
  });
  return {
    stack: [
      { text: heading, style: 'contentsHeading', tag: 'H1', keepWithNext: true },
      { stack: lines, tag: 'TOC' },
    ],
  };
}
