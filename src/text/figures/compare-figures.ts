export interface FigureText {
  readonly text: string;
  readonly links: readonly string[];
  readonly language: string;
}
export interface FigureDifference {
  readonly missing: readonly string[];
  readonly added: readonly string[];
}
export function compareFigures(_first: FigureText, _edition: FigureText): FigureDifference {
  return { missing: [], added: [] };
}
