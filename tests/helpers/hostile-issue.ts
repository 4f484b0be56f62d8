/** Texts that try to run code in a program that reads the output. */
export const HOSTILE_TEXTS = [
  '{{number}}',
  '{{{constructor.constructor}}}',
  '{{> words}}{{#each this}}x{{/each}}',
  `\${process.exit(9)}`,
  '$(touch pwned)',
  '`touch pwned`',
  '; touch pwned #',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt;&amp;',
  '__proto__',
  '%s %d %n',
  '..\\..\\etc\\passwd',
  '::error::pwned',
] as const;

/** Fields that `hostileIssue` fills with a text, by their printed names. */
export const HOSTILE_FIELDS = ['Topic', 'Title', 'Lead', 'Caption', 'Credit', 'Body'] as const;

/** Returns a valid issue with an article for each text, which has the text in every field. */
export function hostileIssue(texts: readonly string[], photo: string): string {
  const topics = texts.map((text) => `      - ${JSON.stringify(`Topic ${text}`)}\n`);
  const articles = texts.map((text, index) => hostileArticle(text, index, photo));
  return `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
sections:
  - country: KZ
    topics:
${topics.join('')}    articles:
${articles.join('')}`;
}

function hostileArticle(text: string, index: number, photo: string): string {
  const field = (name: string) => JSON.stringify(`${name} ${text}`);
  return `      - title: ${field('Title')}
        source: https://example.org/${index}
        lead: ${field('Lead')}
        photo: # ok: photo-twice
          file: ${JSON.stringify(photo)}
          alt: ${field('Alt')}
          caption: ${field('Caption')}
          credit: ${field('Credit')}
        body: |
          Body ${text.replaceAll(/[\\`*_<>[\]&]/g, '\\$&')}
`;
}
