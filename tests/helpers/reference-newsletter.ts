// A published newsletter is transcribed into an issue while a test runs; its text is not part of the project.

/** An article of the published newsletter; a body's paragraphs in quotation marks are pull quotes. */
export interface ReadArticle {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The parts of the published newsletter. */
export interface ReadNewsletter {
  readonly brand: readonly string[];
  readonly heading: string;
  readonly contents: readonly { readonly label: string; readonly page: string }[];
  readonly articles: readonly ReadArticle[];
  readonly vision: string;
  readonly website: string;
  readonly mission: readonly string[];
}

/** Divides the text of the newsletter into its parts. */
export function readNewsletter(text: string): ReadNewsletter {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '');
  const at = (test: (paragraph: string) => boolean) => paragraphs.findIndex(test);
  const box = at((one) => one.endsWith(':'));
  const end = at((one) => one === 'Vision');
  const mission = at((one) => one === 'Mission');
  const lastPage = paragraphs.findLastIndex((one) => /^Page \d\d$/.test(one));
  const inBox = paragraphs.slice(box + 1, lastPage + 1);
  const contents = inBox.flatMap((label, index) =>
    index % 2 === 0 ? [{ label, page: inBox[index + 1] ?? '' }] : [],
  );
  const articles: { title: string; paragraphs: string[] }[] = [];
  for (const [index, one] of paragraphs.slice(lastPage + 1, end).entries()) {
    // All titles are in capitals, except the first.
    if (index === 0 || one === one.toUpperCase()) articles.push({ title: one, paragraphs: [] });
    else articles.at(-1)?.paragraphs.push(one);
  }
  return {
    brand: text
      .slice(0, text.indexOf(paragraphs[box] ?? ''))
      .trim()
      .split(/\n+/),
    heading: paragraphs[box] ?? '',
    contents,
    articles,
    vision: paragraphs[end + 1] ?? '',
    website: paragraphs[end + 2] ?? '',
    mission: paragraphs.slice(mission + 1).filter((_, index) => index % 2 === 1),
  };
}

/** Returns the newsletter as an issue; each article with a line of the contents begins a page. */
export function transcribe({
  contents,
  articles,
  vision,
  website,
  mission,
}: ReadNewsletter): object {
  const labelled = contents.length - 1;
  const toArticle = ({ title, paragraphs }: ReadArticle, newPage: boolean) => ({
    title,
    ...(title !== title.toUpperCase() && { capitals: false }),
    ...(newPage && { newPage }),
    body: paragraphs.map((one) => (/^"[^"]*"$/.test(one) ? `>> ${one}` : one)).join('\n\n'),
  });
  return {
    publication: 'newsletter',
    programme: 'cadap-7',
    number: 2,
    period: '2022-Q3',
    articles: articles.slice(0, labelled).map((article, index) => ({
      ...toArticle(article, index > 0),
      contents: contents[index]?.label,
    })),
    briefs: {
      contents: contents[labelled]?.label,
      articles: articles.slice(labelled).map((article, index) => toArticle(article, index === 0)),
    },
    closing: {
      vision,
      website: `https://${website}/`,
      mission,
    },
    europeanUnion: false,
  };
}
