import type { ContentNode, DocumentDefinition, Spacing } from '../definition.ts';

/**
 * Sets the white space of every node from its styles, unless the node defines its own. pdfmake's styles
 * support only margins, which are kept at a page's head and foot.
 */
export function resolveSpacing(
  nodes: readonly ContentNode[],
  styles: DocumentDefinition['styles'],
): void {
  for (const node of nodes) {
    const names = [node.style ?? []].flat();
    const spacing = Object.assign({}, ...names.map((name) => styles[name])) as Spacing;
    if (spacing.spaceAbove !== undefined) node.spaceAbove ??= spacing.spaceAbove;
    if (spacing.spaceBelow !== undefined) node.spaceBelow ??= spacing.spaceBelow;
    resolveSpacing(childrenOf(node), styles);
  }
}

function childrenOf(node: ContentNode): readonly ContentNode[] {
  if ('stack' in node) return node.stack;
  if ('ul' in node) return node.ul;
  return 'ol' in node ? node.ol : [];
}
