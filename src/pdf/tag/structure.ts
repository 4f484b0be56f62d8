// Builds the structure tree, which pdfmake does not write: the elements of the document in reading
// order, to which the renderer attaches its content. Source: ISO 32000-1, 14.7 and 14.8.

import type { ContentNode, StructureTag } from '../definition.ts';
import type { FlowNode } from '../measure/flow-node.ts';
import type { PdfDocument, StructureElement } from '../pdfmake/types.ts';

/** The structure elements of a document, by node. */
export interface Structure {
  /** Returns the element that a node's content belongs to; undefined for an artifact. */
  elementOf(node: FlowNode): StructureElement | undefined;
  /** Returns the element of a list item's number or bullet. */
  labelOf(item: FlowNode): StructureElement | undefined;
  /** Closes the tree; nothing can be added afterwards. */
  end(): void;
}

/** Builds the structure tree of a document from its nodes. */
export function buildStructure(document: PdfDocument, content: readonly ContentNode[]): Structure {
  const elements = new Map<unknown, StructureElement>();
  const labels = new Map<unknown, StructureElement>();
  const root = document.struct('Document');
  document.addStructure(root);

  const visit = (node: ContentNode, parent: StructureElement): void => {
    if (node.artifact) return;
    const tag = node.tag ?? defaultTag(node);
    const element = tag === undefined ? parent : addElement(parent, tag, node);
    const isArtifact = tag === undefined && !('stack' in node);
    if (!isArtifact) elements.set(node, element);
    if ('stack' in node) for (const child of node.stack) visit(child, element);
    if ('ul' in node) visitItems(node.ul, element, false);
    if ('ol' in node) visitItems(node.ol, element, true);
  };
  const visitItems = (items: readonly ContentNode[], list: StructureElement, numbered: boolean) => {
    list.dictionary.data.A = { O: 'List', ListNumbering: numbered ? 'Decimal' : 'Disc' };
    for (const item of items) {
      const entry = add(list, 'LI');
      labels.set(item, add(entry, 'Lbl'));
      visit(item, add(entry, 'LBody'));
    }
  };
  const add = (parent: StructureElement, tag: StructureTag): StructureElement => {
    const element = document.struct(tag);
    parent.add(element);
    return element;
  };
  const addElement = (parent: StructureElement, tag: StructureTag, node: ContentNode) => {
    const alt = 'alt' in node && node.alt !== undefined ? { alt: node.alt } : {};
    const element = document.struct(tag, alt);
    if (tag === 'TH') element.dictionary.data.A = { O: 'Table', Scope: 'Column' };
    parent.add(element);
    return element;
  };

  for (const node of content) visit(node, root);
  return {
    elementOf: (node) => elements.get(node),
    labelOf: (item) => labels.get(item),
    end: () => root.end(),
  };
}

/** Returns the tag of a node whose layout does not set one; undefined for an artifact or a stack. */
function defaultTag(node: ContentNode): StructureTag | undefined {
  if ('text' in node) return 'P';
  if ('ul' in node || 'ol' in node) return 'L';
  if ('image' in node) return 'Figure';
  return 'svg' in node && node.alt !== undefined ? 'Figure' : undefined;
}
