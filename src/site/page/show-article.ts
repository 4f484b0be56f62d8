import type { FoundArticle } from '../search-index.ts';

/** An article that was found, as an item of the list; all text goes in as text. */
export function showArticle({
  id,
  title,
  excerpt,
  groupName,
  issue,
  days,
}: FoundArticle): HTMLLIElement {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  const link = document.createElement('a');
  link.href = id;
  link.textContent = title;
  heading.append(link);
  item.append(heading, line('note', `${groupName} · ${issue} · ${days}`), line('excerpt', excerpt));
  return item;
}

function line(kind: string, text: string): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.className = kind;
  paragraph.textContent = text;
  return paragraph;
}
