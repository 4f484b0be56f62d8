import { COMMON_ADDRESSES } from '../../../site/addresses.ts';

/** Addresses of the site's pages and files, relative to the home page. */
export const ADDRESSES = {
  ...COMMON_ADDRESSES,
  countries: 'countries.html',
  charts: 'charts.html',
  eventsJson: 'events.json',
  eventsCsv: 'events.csv',
} as const;

/** Returns the address of a country's page. */
export function countryPage(country: string): string {
  return `countries/${country.toLowerCase()}.html`;
}

/** Returns the address of a country's flag. */
export function flagFile(country: string): string {
  return `assets/flags/${country.toLowerCase()}.svg`;
}
