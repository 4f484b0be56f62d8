import MiniSearch, { type SearchResult } from 'minisearch';
import { type FoundArticle, INDEX_OPTIONS, SEARCH_OPTIONS } from '../search-index.ts';

// The page's search: a year's index after the other is loaded, the newest first, and asked.

/** Results that are shown at a time. */
const AT_A_TIME = 20;
/** Milliseconds without a key after which is searched. */
const PAUSE = 150;

type Found = SearchResult & FoundArticle;
type Index = MiniSearch;

const form = find('form.search', HTMLFormElement);
const words = find('#words', HTMLInputElement);
const group = find('#group', HTMLSelectElement);
const said = find('#said', HTMLElement);
const list = find('#found', HTMLOListElement);
const more = find('#more', HTMLButtonElement);

let indexes: Promise<Index[]> | undefined;
let results: Found[] = [];
/** Goes up with every search, so that an answer that comes late is dropped. */
let turn = 0;

function find<T extends HTMLElement>(selector: string, kind: new () => T): T {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}`);
  return element;
}

async function loadIndex(year: string): Promise<Index> {
  const answer = await fetch(`search/${year}.json`);
  if (!answer.ok) throw new Error(`search/${year}.json: ${answer.status}`);
  return MiniSearch.loadJSON(await answer.text(), INDEX_OPTIONS as never);
}

/** All indexes; they are asked for once, and once more after a failure. */
function loadIndexes(): Promise<Index[]> {
  indexes ??= Promise.all((form.dataset.years ?? '').split(' ').map(loadIndex));
  indexes.catch(() => {
    indexes = undefined;
  });
  return indexes;
}

async function search(): Promise<void> {
  const mine = ++turn;
  const text = words.value.trim();
  if (text === '') {
    show([], '');
    return;
  }
  said.textContent = form.dataset.loading ?? '';
  try {
    const loaded = await loadIndexes();
    if (mine !== turn) return;
    show(ask(loaded, text), text);
  } catch {
    if (mine !== turn) return;
    show([], '');
    said.textContent = form.dataset.failed ?? '';
  }
}

/** The articles that fit, the best first; of two that fit as well, the newer. */
function ask(loaded: readonly Index[], text: string): Found[] {
  const wanted = group.value;
  const filter = (result: SearchResult) => wanted === '' || result.group === wanted;
  return loaded
    .flatMap((index) => index.search(text, { ...SEARCH_OPTIONS, filter }) as Found[])
    .sort((a, b) => b.score - a.score);
}

function show(found: Found[], text: string): void {
  results = found;
  list.replaceChildren();
  said.textContent = text === '' ? '' : describe(found.length, text);
  showMore();
}

function showMore(): void {
  const shown = list.children.length;
  for (const result of results.slice(shown, shown + AT_A_TIME)) list.append(showArticle(result));
  more.hidden = list.children.length >= results.length;
}

function describe(count: number, text: string): string {
  const { none = '', one = '', many = '' } = form.dataset;
  const sentence = count === 0 ? none : count === 1 ? one : many;
  return sentence.replace('%n', () => String(count)).replace('%t', () => text);
}

/** The address says what is looked for, so that it can be kept and sent. */
function saveIndex(): void {
  const asked = new URLSearchParams();
  if (words.value.trim() !== '') asked.set('q', words.value.trim());
  if (group.value !== '') asked.set(group.name, group.value);
  const query = asked.toString();
  history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
}

function start(): void {
  const asked = new URLSearchParams(location.search);
  words.value = asked.get('q') ?? '';
  group.value = asked.get(group.name) ?? '';
  if (group.selectedIndex < 0) group.value = '';
  let pause = 0;
  const searchNow = () => {
    clearTimeout(pause);
    saveIndex();
    void search();
  };
  words.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(searchNow, PAUSE);
  });
  words.addEventListener('focus', () => void loadIndexes().catch(() => {}), { once: true });
  group.addEventListener('change', searchNow);
  more.addEventListener('click', () => {
    const next = list.children.length;
    showMore();
    // The reader goes on with the first article that was added.
    list.children[next]?.querySelector('a')?.focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    searchNow();
  });
  void search();
}

start();

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
