// The rule that a source is on a site of its section's country.
import { domainToUnicode } from 'node:url';
import countries from 'world-countries/dist/countries-unescaped.json' with { type: 'json' };
import { z } from 'zod';
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import { siteOf } from '../../shared/editorial/links/address-rules.ts';
import { sourcesOf } from '../article-sources.ts';
import { countryOf } from '../countries.ts';
import { type Issue, listArticles, otherCountriesOf } from '../schema.ts';

/** Problem code of sources on sites of other countries. */
export const SOURCE_COUNTRY_CODES = {
  'source-country': warning(
    'A source of another country is often a typo, or an article in the wrong section.',
    {
      fix: 'suggested',
      bad: { source: 'https://mvd.gov.kg/rus/news/3880' },
      good: { source: 'https://polisia.kz/rus/news/3880' },
    },
  ),
} satisfies CodeNotes;

const hosts = () => z.array(z.string().regex(/^[\p{Ll}\d-]+(?:\.[\p{Ll}\d-]+)+$/u));

/** Schema of templates/information-release/sites.yaml. */
export const sitesSchema = z.strictObject({
  /** Sites of a country without a domain of it, by the country's code. */
  national: z.record(z.string().regex(/^[A-Z]{2}$/), hosts()),
  /** Sites that report on all countries. */
  international: hosts(),
});

/** Sites whose country cannot be seen from their address. */
export type Sites = z.output<typeof sitesSchema>;

/** Domains of countries that sites of the whole world use. Source: ICANN's and Google's lists of generic ccTLDs. */
const WORLDWIDE = new Set(
  'ac ad ag ai am as bz cc cd cf co dj eu fm ga gg gl gq gs im in io is la li ly me ml ms nu pm pn pw sc sh so sr st tf tk to tv vc vg vu wf ws'.split(
    ' ',
  ),
);

let byDomain: Map<string, string> | undefined;

/** Returns the code of the country that has a top-level domain; undefined for one of the whole world. */
function countryOfDomain(domain: string): string | undefined {
  byDomain ??= new Map(
    countries.flatMap(({ cca2, tld }) =>
      tld
        .map((one) => one.slice(1))
        .filter((one) => !WORLDWIDE.has(one))
        .map((one) => [one, cca2] as const),
    ),
  );
  return byDomain.get(domain);
}

/** Finds sources on sites of another country than the section's. */
export function findForeignSources(
  issue: Issue,
  sites: Sites,
  earlier: readonly string[],
): Finding[] {
  const sources = listArticles(issue).flatMap(({ article, path }) =>
    sourcesOf(article, path).map((source) => ({
      ...source,
      section: path[1] as number,
      others: otherCountriesOf(article).map(({ value }) => value),
    })),
  );
  const known = new Set([...sources.map(({ address }) => address), ...earlier].map(siteOf));
  return sources.flatMap(({ address, path, section, others }): Finding[] => {
    const country = issue.sections[section]?.country;
    const site = siteOf(address);
    if (site === undefined || country === undefined || !countryOf(country)) return [];
    const actual = countryOfSite(site, sites);
    if (actual === undefined || [country, ...others].includes(actual)) return [];
    const from = address.toLowerCase().indexOf(site);
    const piece = { from, to: from + site.length };
    const meant = findMeant(site, country, known);
    return [
      {
        code: 'source-country',
        severity: 'warning',
        message: `\`${site}\` is a site of ${countryOf(actual)?.shortName}, but the section is ${countryOf(country)?.shortName}${meant === undefined ? '' : `: did you mean \`${meant}\`?`}`,
        path,
        piece,
        dependsOn: [['sections', section, 'country']],
        hints: ['Check the address, and the section of the article.'],
        edits: meant === undefined ? [] : [replacePiece(`Write \`${meant}\``, path, piece, meant)],
      },
    ];
  });
}

function countryOfSite(site: string, { national, international }: Sites): string | undefined {
  const written = domainToUnicode(site) || site;
  const isOn = (host: string) => written === host || written.endsWith(`.${host}`);
  if (international.some(isOn)) return undefined;
  const [code] = Object.entries(national).find(([, own]) => own.some(isOn)) ?? [];
  return code ?? countryOfDomain(written.split('.').at(-1) ?? '');
}

/** Returns the site of the same name in the section's country, if another source is on it. */
function findMeant(
  site: string,
  country: string,
  known: ReadonlySet<string | undefined>,
): string | undefined {
  const name = site.replace(/\.[^.]+$/, '');
  return [...known].find(
    (other) =>
      other !== undefined &&
      other !== site &&
      other.replace(/\.[^.]+$/, '') === name &&
      countryOfDomain(other.split('.').at(-1) ?? '') === country,
  );
}
