// Ties the sections of a further edition to those of the first one: by country, or headings in their order.

/** A section of either edition. */
interface TiedSection {
  readonly country?: string | undefined;
  readonly heading?: unknown;
}

/**
 * Returns what ties each section: its country, or the place of its heading among the headings, which
 * have other words in each language. A code in small letters is reported, but not another country.
 */
export function sectionKeys(sections: readonly TiedSection[]): string[] {
  let headings = 0;
  return sections.map(({ country }) =>
    // A heading that is not translated yet has no words.
    country === undefined ? `heading ${++headings}` : country.trim().toUpperCase(),
  );
}

/** Returns a section's name for messages: KZ, “International organisations”. */
export function nameOfSection({ country, heading = '' }: TiedSection): string {
  return country ?? `“${String(heading)}”`;
}
