import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of the structure tree as pdf.js gives it for a page. */
export interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** The structure tree of each page of a PDF. */
export async function readTrees(bytes: Uint8Array): Promise<StructureNode[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(
      async (number) => (await document.getPage(number)).getStructTree() as Promise<StructureNode>,
    ),
  );
}

/** The elements of a role in a tree, in the order of reading. */
export function findAll(node: StructureNode, role: string): StructureNode[] {
  const below = (node.children ?? []).flatMap((child) => findAll(child, role));
  return node.role === role ? [node, ...below] : below;
}
