import type { BreakParagraph } from '../linebreak/break-paragraph.ts';
import type { FlowNode } from '../measure/flow-node.ts';
import { childrenOf } from './columns.ts';
import { estimateHeight } from './estimate-heights.ts';

/** Least scale at which the pictures of a block that is too high are printed. */
const MIN_SCALE = 0.2;

/** Greatest width and height, in pt. */
interface MaxSize {
  readonly width: number;
  readonly height: number;
}

/** Reduces a picture that is wider or higher than its place. */
export function fitPicture(picture: FlowNode, { width, height }: MaxSize): void {
  const { _width = 0, _height = 0 } = picture;
  const scale = Math.min(1, width / _width, height / _height);
  if (scale < 1) scalePicture(picture, scale);
}

/** Reduces the pictures of a block, with one scale, so that the block is not higher than its place. */
export function fitPicturesOf(
  block: FlowNode,
  { width, height }: MaxSize,
  breakParagraph: BreakParagraph,
): void {
  const pictures = collectPictures(block);
  const total = pictures.reduce((sum, { _height = 0 }) => sum + _height, 0);
  if (total === 0) return;
  const excess = estimateHeight(block, width, breakParagraph) - height;
  if (excess <= 0) return;
  const scale = Math.max(MIN_SCALE, (total - excess) / total);
  for (const picture of pictures) scalePicture(picture, scale);
}

function collectPictures(node: FlowNode): FlowNode[] {
  if (node.image !== undefined || node.svg !== undefined) return [node];
  return (childrenOf(node) ?? []).flatMap(collectPictures);
}

function scalePicture(picture: FlowNode, scale: number): void {
  const { _width = 0, _height = 0 } = picture;
  const size = { _width: _width * scale, _height: _height * scale };
  // pdfmake aligns pictures by their least width.
  Object.assign(picture, size, { _minWidth: size._width });
}
