import type { FlowNode } from './flow-node.ts';

/** pdfmake draws a list's markers as lines and shapes of their own; here they learn their item. */
export function labelMarkers(items: readonly FlowNode[]): void {
  for (const item of items) {
    const { listMarker } = item as { listMarker?: { _inlines?: object[]; canvas?: object[] } };
    for (const mark of listMarker?._inlines ?? listMarker?.canvas ?? []) {
      Object.assign(mark, { labelOf: item });
    }
  }
}
