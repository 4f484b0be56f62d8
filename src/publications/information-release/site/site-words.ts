import { z } from 'zod';

const group = <Name extends string>(...names: Name[]) =>
  z.strictObject(
    Object.fromEntries(names.map((name) => [name, z.string()])) as Record<Name, z.ZodString>,
  );

/** The words of a site in one language: templates/PUBLICATION/site/words.*.yaml. */
export const siteWordsSchema = z.strictObject({
  site: group('title', 'description', 'skip', 'menu', 'feed', 'home', 'series'),
  home: group('menu', 'heading', 'introduction', 'count', 'cover'),
  issue: group(
    'name',
    'heading',
    'oneDay',
    'oneMonth',
    'oneYear',
    'twoYears',
    'events',
    'countries',
    'read',
    'pdf',
    'contents',
    'newer',
    'older',
    'neighbours',
    'source',
    'top',
  ),
  countries: group('menu', 'heading', 'description'),
  country: group('description', 'chart', 'events'),
  charts: group(
    'menu',
    'heading',
    'description',
    'introduction',
    'alternative',
    'country',
    'axis',
    'tick',
    'tickOfYear',
    'table',
    'caption',
    'captionOfSome',
    'issue',
    'events',
    'total',
    'data',
    'csv',
    'json',
  ),
  search: group(
    'menu',
    'heading',
    'description',
    'label',
    'country',
    'everyCountry',
    'button',
    'withoutScript',
    'loading',
    'failed',
    'none',
    'one',
    'many',
    'more',
  ),
  lost: group('heading', 'text', 'home'),
});

/** The checked words of a site. */
export type SiteWords = z.output<typeof siteWordsSchema>;
