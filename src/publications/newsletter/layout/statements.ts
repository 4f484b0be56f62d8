import type { ContentNode, StackNode, TextNode } from '../../../pdf/definition.ts';
import { body, bodyStyles } from '../../shared/layout/body.ts';
import { colorNamed, paragraph } from '../../shared/layout/text.ts';
import type { ComposedNewsletter } from '../composed-newsletter.ts';
import type { Theme } from '../theme.ts';

/** Returns a box with the programme's vision and website on the left, and its mission on the right. */
export function statements(newsletter: ComposedNewsletter, theme: Theme): StackNode[] {
  const { color, padding, gutter, above } = theme.statements;
  const sides = [visionSide(newsletter, theme), missionSide(newsletter, theme)].filter(
    ({ stack }) => stack.length > 0,
  );
  if (sides.length === 0) return [];
  return [
    {
      stack: sides.length === 2 ? [{ stack: sides, sideBySide: { gutter } }] : sides,
      box: {
        padding: [padding.left, padding.top, padding.right, padding.bottom],
        color: colorNamed(color, theme.colors),
      },
      spaceAbove: above,
    },
  ];
}

function visionSide({ vision, website }: ComposedNewsletter, theme: Theme): StackNode {
  const styles = { ...bodyStyles(theme, 'H3'), text: 'vision' };
  const address: TextNode[] = website
    ? [
        {
          ...paragraph(
            [website.content],
            { text: 'website', link: 'link' },
            website.path && { path: website.path, at: 0 },
          ),
          ...(vision && { spaceAbove: theme.statements.websiteAbove }),
        },
      ]
    : [];
  return {
    stack: [
      ...(vision
        ? [
            heading(vision.heading),
            ...sourced(
              body(vision.content.content, styles, vision.content.path ?? []),
              vision.content.path,
            ),
          ]
        : []),
      ...address,
    ],
  };
}

function missionSide({ mission }: ComposedNewsletter, theme: Theme): StackNode {
  if (!mission) return { stack: [] };
  const { numerals } = theme.statements;
  const items = mission.content.map(({ content, path }): ContentNode => {
    const styles = { text: 'mission', link: 'link' };
    return { stack: [paragraph(content, styles, path && { path, at: 0 })] };
  });
  return {
    stack: [heading(mission.heading), { ol: items, numerals: { style: 'numeral', ...numerals } }],
  };
}

function heading(text: string): TextNode {
  return {
    text,
    style: 'statementHeading',
    tag: 'H2',
    bookmark: { level: 1, title: text },
    keepWithNext: true,
  };
}

/** The programme's own words have no place in the issue. */
function sourced(nodes: ContentNode[], path: unknown): ContentNode[] {
  if (path) return nodes;
  return nodes.map((node) => {
    if (!('origin' in node)) return node;
    const { origin: _, ...rest } = node;
    return rest;
  });
}
