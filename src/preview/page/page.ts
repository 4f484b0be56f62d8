import type { PreviewMessage, ShownDocument } from '../messages.ts';
import { Connection } from './connection.ts';
import { find, make } from './elements.ts';
import { findDestination, listenToLinks } from './link-layer.ts';
import { loadPdf } from './load-pdf.ts';
import { load, saveIndex } from './local-storage.ts';
import { PageField } from './page-field.ts';
import { PageStack } from './page-stack.ts';
import { ProblemPanel } from './problem-panel.ts';
import { SearchBar } from './search-bar.ts';
import { SourceOpener } from './source-opener.ts';
import { StatusLine } from './status-line.ts';
import { Thumbnails } from './thumbnails.ts';
import { ZoomBar } from './zoom-bar.ts';

// The page that an editor has beside the text: an issue's pages, and its problems.

const pages = find('pages', HTMLElement);
const stack = new PageStack(pages, find('stack', HTMLElement));
const thumbnails = new Thumbnails(stack);
const pageField = new PageField(stack);
const zoomBar = new ZoomBar(stack);
const search = new SearchBar(stack);
const problems = new ProblemPanel();
const status = new StatusLine();
const opener = new SourceOpener(stack, pages, status);
const chosen = new URLSearchParams(location.search).get('issue') ?? undefined;

let version: string | undefined;
/** Hash of the PDF that is shown or on its way. */
let wanted: string | undefined;
/** Where the reader was when this page was last open, until it is gone to. */
let lastPlace: number | undefined;

function show(message: PreviewMessage): void {
  // A newer program has a newer page.
  if (version !== undefined && version !== message.version) {
    location.reload();
    return;
  }
  if (version === undefined) rememberPlace(message);
  version = message.version;
  opener.issue = message.issue;
  showIssues(message);
  problems.show(message);
  status.show(message);
  if (message.document) void showDocument(message.document, message);
}

async function showDocument(shown: ShownDocument, message: PreviewMessage): Promise<void> {
  // The same pages may stand in other lines of the file: a comment was added.
  if (shown.hash === wanted) {
    if (stack.document?.shown.hash === wanted) stack.setPlaces(shown.places);
    return;
  }
  wanted = shown.hash;
  const started = performance.now();
  const loaded = await loadPdf(shown, message.issue.name);
  if (!loaded) return;
  if (wanted !== shown.hash || !(await stack.setDocument(loaded))) {
    loaded.release();
    return;
  }
  if (lastPlace !== undefined) stack.scrollTo(lastPlace);
  lastPlace = undefined;
  thumbnails.refresh();
  search.refresh();
  document.documentElement.dataset.hash = shown.hash;
  document.documentElement.dataset.time = String(Math.round(performance.now() - started));
  const { info } = (await loaded.pdf.getMetadata()) as { info: { Title?: string } };
  find('title', HTMLElement).textContent = info.Title ?? message.issue.name;
}

function showIssues({ issues, issue }: PreviewMessage): void {
  find('chooser', HTMLElement).hidden = issues.length < 2;
  const list = find('issue', HTMLSelectElement);
  if (list.options.length !== issues.length) {
    list.replaceChildren(...issues.map(({ name }) => make('option', '', name)));
  }
  list.value = issue.name;
}

/** Takes the reader back to where he was at the last visit, and remembers where he goes. */
function rememberPlace({ issue }: PreviewMessage): void {
  const name = `place ${issue.file}`;
  lastPlace = Number(load(name) ?? 0);
  stack.onChange(() => {
    if (lastPlace === undefined) saveIndex(name, String(stack.y));
  });
}

/** Shows or hides a side of the desk, here and at the next visit. */
function toggle(side: 'thumbnails' | 'problems', isShown?: boolean): void {
  const button = find(`show-${side}`, HTMLButtonElement);
  const shows = isShown ?? button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(shows));
  find(side, HTMLElement).hidden = !shows;
  saveIndex(side, String(shows));
}

async function followLink(name: string): Promise<void> {
  const { pdf, pages: all = [] } = stack.document ?? {};
  const place = pdf && (await findDestination(pdf, all[0], name));
  if (place) stack.goTo(place.index, place.top);
}

function showHelp(): void {
  find('help', HTMLDialogElement).showModal();
}

for (const side of ['thumbnails', 'problems'] as const) {
  if (load(side) === 'false') toggle(side, false);
  find(`show-${side}`, HTMLButtonElement).addEventListener('click', () => toggle(side));
}
find('show-help', HTMLButtonElement).addEventListener('click', showHelp);
find('issue', HTMLSelectElement).addEventListener('change', ({ target }) => {
  const name = target instanceof HTMLSelectElement ? target.value : '';
  location.search = `?issue=${encodeURIComponent(name)}`;
});
listenToLinks(pages, (name) => void followLink(name));
listenToKeys([
  { keys: ['n', 'j'], meaning: 'next page', act: () => pageField.step(1) },
  { keys: ['p', 'k'], meaning: 'previous page', act: () => pageField.step(-1) },
  { keys: ['g'], meaning: 'go to a printed page number', act: () => pageField.focus() },
  { keys: ['+', '='], meaning: 'larger', shown: '+', act: () => zoomBar.step(1) },
  { keys: ['-'], meaning: 'smaller', shown: '−', act: () => zoomBar.step(-1) },
  { keys: ['0'], meaning: 'automatic size', act: () => zoomBar.set('auto') },
  { keys: ['w'], meaning: 'fit the window’s width', act: () => zoomBar.set('width') },
  { keys: ['f'], meaning: 'a whole page in the window', act: () => zoomBar.set('page') },
  { keys: ['/', 'Ctrl+f'], meaning: 'search', act: () => search.focus() },
  { keys: ['Ctrl+g'], meaning: 'next hit', act: () => search.step(1) },
  { keys: ['o'], meaning: 'open what is in sight in VS Code', act: () => opener.openInSight() },
  { keys: ['e'], meaning: 'show or hide the problems', act: () => toggle('problems') },
  { keys: ['t'], meaning: 'show or hide the thumbnails', act: () => toggle('thumbnails') },
  { keys: ['?'], meaning: 'this list', act: showHelp },
]);
// What is scrolled by keys can have the focus.
pages.tabIndex = 0;
pages.focus({ preventScroll: true });
new Connection(chosen, show, (isConnected) => status.setConnected(isConnected));

/** What a key does. */
export interface KeyAction {
  readonly keys: readonly string[];
  readonly meaning: string;
  readonly act: () => void;
  /** Shown in the help in place of the keys. */
  readonly shown?: string;
}

/** Listens for keys, and lists them in the help. */
export function listenToKeys(actions: readonly KeyAction[]): void {
  const help = find('help', HTMLDialogElement);
  find('help-keys', HTMLElement).append(...actions.flatMap(describe));
  document.addEventListener('keydown', (event) => {
    const key = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.key}`;
    const action = actions.find(({ keys }) => keys.includes(key));
    if (!action || event.altKey || help.open) return;
    // Letters belong to a field that is being typed in; with Ctrl they are commands everywhere.
    if (isTyping(event.target) && !key.startsWith('Ctrl+')) return;
    event.preventDefault();
    action.act();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

function describe({ keys, meaning, shown }: KeyAction): HTMLElement[] {
  const term = make('dt');
  for (const key of shown ? [shown] : keys.slice(0, 2)) term.append(make('kbd', '', key), ' ');
  return [term, make('dd', '', meaning)];
}
