import type { Stemmer } from '../../text/languages/language.ts';
import { type FoundArticle, loadSearchIndex, type SearchIndex } from '../search-index.ts';

// The search page: loads an index for each year, the newest first, and searches all of them.

/** Number of results that are shown at first, and added with each click. */
const PAGE_SIZE = 20;
/** Time after the last key press until the search starts, in ms. */
const DEBOUNCE = 150;

type Result = ReturnType<SearchIndex['search']>[number];

const { lang } = document.documentElement;
const plurals = new Intl.PluralRules(lang);
const form = find('form.search', HTMLFormElement);
const words = find('#words', HTMLInputElement);
const group = find('#group', HTMLSelectElement);
const status = find('#said', HTMLElement);
const list = find('#found', HTMLOListElement);
const more = find('#more', HTMLButtonElement);

let stem: Stemmer = (word) => word;
let indexes: Promise<SearchIndex[]> | undefined;
let results: Result[] = [];
/** Number of searches started, so that late results of an older search are dropped. */
let searchCount = 0;

function find<T extends HTMLElement>(selector: string, kind: new () => T): T {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}`);
  return element;
}

async function loadIndex(year: string): Promise<SearchIndex> {
  const response = await fetch(`search/${year}.json`);
  if (!response.ok) throw new Error(`search/${year}.json: ${response.status}`);
  return loadSearchIndex(await response.text(), stem);
}

/** Loads all indexes once, and again after a failure. */
function loadIndexes(): Promise<SearchIndex[]> {
  indexes ??= Promise.all((form.dataset.years ?? '').split(' ').map(loadIndex));
  indexes.catch(() => {
    indexes = undefined;
  });
  return indexes;
}

async function search(): Promise<void> {
  const id = ++searchCount;
  const text = words.value.trim();
  if (text === '') {
    show([], '');
    return;
  }
  status.textContent = form.dataset.loading ?? '';
  try {
    const loaded = await loadIndexes();
    if (id !== searchCount) return;
    show(searchIndexes(loaded, text), text);
  } catch {
    if (id !== searchCount) return;
    show([], '');
    status.textContent = form.dataset.failed ?? '';
  }
}

/** Returns the matching articles, the best first; of two with the same score, the newer first. */
function searchIndexes(loaded: readonly SearchIndex[], text: string): Result[] {
  const wanted = group.value;
  return loaded
    .flatMap((index) => index.search(text))
    .filter((result) => wanted === '' || result.group === wanted)
    .sort((a, b) => b.score - a.score);
}

function show(found: Result[], text: string): void {
  results = found;
  list.replaceChildren();
  status.textContent = text === '' ? '' : describe(found.length, text);
  showMore();
}

function showMore(): void {
  const shown = list.children.length;
  for (const result of results.slice(shown, shown + PAGE_SIZE))
    list.append(createArticleItem(result));
  more.hidden = list.children.length >= results.length;
}

function describe(count: number, text: string): string {
  const { none = '', other = '' } = form.dataset;
  const sentence = count === 0 ? none : (form.dataset[plurals.select(count)] ?? other);
  return sentence.replace('%n', () => String(count)).replace('%t', () => text);
}

/** Puts the search into the page's address, so that it can be bookmarked and shared. */
function updateAddress(): void {
  const params = new URLSearchParams();
  if (words.value.trim() !== '') params.set('q', words.value.trim());
  if (group.value !== '') params.set(group.name, group.value);
  const query = params.toString();
  history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
}

/**
 * Starts the search page.
 * @param stemmers by language; the one of the page's language is used
 */
export function startSearch(stemmers: Readonly<Record<string, Stemmer>>): void {
  stem = stemmers[lang] ?? stem;
  const params = new URLSearchParams(location.search);
  words.value = params.get('q') ?? '';
  group.value = params.get(group.name) ?? '';
  if (group.selectedIndex < 0) group.value = '';
  let timer = 0;
  const searchNow = () => {
    clearTimeout(timer);
    updateAddress();
    void search();
  };
  words.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(searchNow, DEBOUNCE);
  });
  words.addEventListener('focus', () => void loadIndexes().catch(() => {}), { once: true });
  group.addEventListener('change', searchNow);
  more.addEventListener('click', () => {
    const next = list.children.length;
    showMore();
    // The focus moves to the first added article.
    list.children[next]?.querySelector('a')?.focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    searchNow();
  });
  void search();
}

/** Creates the list item of an article; all values are inserted as text, not as HTML. */
function createArticleItem({
  id,
  language,
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
  const text = createLine('excerpt', excerpt);
  if (language !== undefined) {
    link.lang = language;
    text.lang = language;
  }
  item.append(heading, createLine('note', `${groupName} · ${issue} · ${days}`), text);
  return item;
}

function createLine(className: string, text: string): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.className = className;
  paragraph.textContent = text;
  return paragraph;
}
