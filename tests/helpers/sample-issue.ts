/** An article for a sample issue. All keys have defaults. */
export interface SampleArticle {
  readonly title?: string;
  readonly source?: string;
  readonly photo?: string;
  readonly lead?: string;
  readonly body?: string;
}

let counter = 0;

/** Returns the YAML of an issue with the given articles by country. */
export function sampleIssue(
  countries: Readonly<Record<string, readonly SampleArticle[]>>,
  { number = 19, from = '2024-11-16', to = '2024-11-30' } = {},
): string {
  const sections = Object.entries(countries).map(
    ([country, articles]) =>
      `  - country: ${country}\n    topics:\n      - lessons held in ${country}\n    articles:\n${articles.map(sampleArticle).join('')}`,
  );
  return `number: ${number}\nperiod: { from: ${from}, to: ${to} }\nsections:\n${sections.join('')}`;
}

function sampleArticle(article: SampleArticle): string {
  counter++;
  const {
    title = `Event ${counter}`,
    source = `https://gazeta.news/${counter}`,
    photo,
    lead,
    body = 'A short body.',
  } = article;
  const lines = [
    `      - title: ${JSON.stringify(title)}`,
    `        source: ${source}`,
    ...(photo === undefined ? [] : [`        photo: { file: ${photo}, alt: Students in a hall }`]),
    ...(lead === undefined ? [] : [`        lead: ${JSON.stringify(lead)}`]),
    '        body: |',
    ...body.split('\n').map((line) => (line === '' ? '' : `          ${line}`)),
  ];
  return `${lines.join('\n')}\n`;
}
