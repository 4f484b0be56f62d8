/** Returns the parts of a text with photos in it: the first above the text, the others at equal distances. */
export function spreadPhotos<Part>(text: readonly Part[], photos: readonly Part[]): Part[] {
  const placeOf = (index: number) => Math.floor((index * text.length) / photos.length);
  const before = (place: number) => photos.filter((_, index) => placeOf(index) === place);
  return [...text.flatMap((part, place) => [...before(place), part]), ...before(text.length)];
}
