import { COMMON_ADDRESSES } from '../../../site/addresses.ts';

/** Pages and files of the Information Release's site, relative to its home. */
export const ADDRESSES = {
  ...COMMON_ADDRESSES,
  countries: 'countries.html',
  charts: 'charts.html',
  eventsJson: 'events.json',
  eventsCsv: 'events.csv',
} as const;

/** Page of a country. */
export function countryPage(country: string): string {
  return `countries/${country.toLowerCase()}.html`;
}

/** A country's flag. */
export function flagFile(country: string): string {
  return `assets/flags/${country.toLowerCase()}.svg`;
}
