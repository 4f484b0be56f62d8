import type { PreviewEdition, PreviewMessage, ShownDocument } from '../messages.ts';
import { Connection } from './connection.ts';
import { addressOf, EditionSwitch, editionInAddress } from './edition-switch.ts';
import { createElement, find } from './elements.ts';
import { findDestination, listenToLinks } from './link-layer.ts';
import { loadPdf } from './load-pdf.ts';
import { loadSetting, saveSetting } from './local-storage.ts';
import { PageField } from './page-field.ts';
import { PageStack } from './page-stack.ts';
import { ProblemPanel } from './problem-panel.ts';
import { SearchBar } from './search-bar.ts';
import { SourceOpener } from './source-opener.ts';
import { StatusLine } from './status-line.ts';
import { Thumbnails } from './thumbnails.ts';
import { ZoomBar } from './zoom-bar.ts';

// The preview's page: the pages of an edition and its problems.

const pages = find('pages', HTMLElement);
const stack = new PageStack(pages, find('stack', HTMLElement));
const thumbnails = new Thumbnails(stack);
const pageField = new PageField(stack);
const zoomBar = new ZoomBar(stack);
const search = new SearchBar(stack);
const problems = new ProblemPanel(async (request) => {
  const reason = await connection.requestEdit(request);
  if (reason !== undefined) status.announce(reason);
  return reason === undefined;
});
const status = new StatusLine();
const opener = new SourceOpener(stack, pages, status);
const connection = new Connection(show, (isConnected) => status.setConnected(isConnected));
const editions = new EditionSwitch((name) => {
  wanted = undefined;
  savedPosition = undefined;
  connection.listenTo(name);
});

let version: string | undefined;
/** Hash of the PDF that is shown or being loaded. */
let wanted: string | undefined;
/** Scroll position of the last visit, until it is restored. */
let savedPosition: number | undefined;

function show(message: PreviewMessage): void {
  // A newer program has a newer page.
  if (version !== undefined && version !== message.version) {
    location.reload();
    return;
  }
  if (version === undefined) restorePosition(message);
  version = message.version;
  showIssues(message);
  editions.show(message);
  problems.show(message);
  if (!message.document && message.phase !== 'building' && stack.document) clearPages();
  status.show(message);
  if (message.document) void showDocument(message.document, message);
}

async function showDocument(shown: ShownDocument, message: PreviewMessage): Promise<void> {
  // The same pages may have other source positions, for example after a comment was added.
  if (shown.hash === wanted) {
    if (stack.document?.shown.hash === wanted) stack.setPlaces(shown.places);
    return;
  }
  wanted = shown.hash;
  const started = performance.now();
  const loaded = await loadPdf(shown, message.edition);
  if (!loaded) return;
  if (wanted !== shown.hash || !(await stack.setDocument(loaded))) {
    loaded.release();
    return;
  }
  if (savedPosition !== undefined) stack.scrollTo(savedPosition);
  savedPosition = undefined;
  thumbnails.refresh();
  search.refresh();
  document.documentElement.dataset.hash = shown.hash;
  document.documentElement.dataset.time = String(Math.round(performance.now() - started));
  const { info } = (await loaded.pdf.getMetadata()) as { info: { Title?: string } };
  if (wanted !== shown.hash) return;
  showTitle(info.Title ?? message.edition.name, shown.language);
}

/** Removes the pages of another edition: this one has none, as its first build has failed. */
function clearPages(): void {
  stack.clear();
  thumbnails.refresh();
  search.refresh();
  delete document.documentElement.dataset.hash;
  showTitle('Preview', 'en');
}

function showTitle(text: string, language: string): void {
  const title = find('title', HTMLElement);
  title.textContent = text;
  title.lang = language;
}

function showIssues({ issues, issue }: PreviewMessage): void {
  find('chooser', HTMLElement).hidden = issues.length < 2;
  const list = find('issue', HTMLSelectElement);
  if (list.options.length !== issues.length) {
    list.replaceChildren(...issues.map(({ name, start }) => new Option(name, start)));
  }
  list.value = issue.start;
}

/** Loads the scroll position of the last visit, and saves it from now on. */
function restorePosition({ edition }: PreviewMessage): void {
  const nameOf = ({ file }: PreviewEdition) => `place ${file}`;
  savedPosition = Number(loadSetting(nameOf(edition)) ?? 0);
  stack.onChange(() => {
    const { edition: current } = stack.document ?? {};
    if (savedPosition === undefined && current) saveSetting(nameOf(current), String(stack.y));
  });
}

/** Shows or hides a side panel, now and at the next visit. */
function togglePanel(panel: 'thumbnails' | 'problems', show?: boolean): void {
  const button = find(`show-${panel}`, HTMLButtonElement);
  const isShown = show ?? button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(isShown));
  find(panel, HTMLElement).hidden = !isShown;
  saveSetting(panel, String(isShown));
}

async function followLink(name: string): Promise<void> {
  const { pdf, pages: all = [] } = stack.document ?? {};
  const place = pdf && (await findDestination(pdf, all[0], name));
  if (place) stack.goTo(place.index, place.top);
}

function showHelp(): void {
  find('help', HTMLDialogElement).showModal();
}

for (const panel of ['thumbnails', 'problems'] as const) {
  if (loadSetting(panel) === 'false') togglePanel(panel, false);
  find(`show-${panel}`, HTMLButtonElement).addEventListener('click', () => togglePanel(panel));
}
find('show-help', HTMLButtonElement).addEventListener('click', showHelp);
find('issue', HTMLSelectElement).addEventListener('change', ({ target }) => {
  const name = target instanceof HTMLSelectElement ? target.value : '';
  location.search = addressOf(name);
});
listenToLinks(pages, (name) => void followLink(name));
listenToKeys([
  { keys: ['n', 'j'], meaning: 'next page', act: () => pageField.step(1) },
  { keys: ['p', 'k'], meaning: 'previous page', act: () => pageField.step(-1) },
  { keys: ['g'], meaning: 'go to a page by its printed number', act: () => pageField.focus() },
  { keys: ['+', '='], meaning: 'zoom in', shown: '+', act: () => zoomBar.step(1) },
  { keys: ['-'], meaning: 'zoom out', shown: '−', act: () => zoomBar.step(-1) },
  { keys: ['0'], meaning: 'automatic zoom', act: () => zoomBar.set('auto') },
  { keys: ['w'], meaning: 'fit width', act: () => zoomBar.set('width') },
  { keys: ['f'], meaning: 'fit page', act: () => zoomBar.set('page') },
  { keys: ['/', 'Ctrl+f'], meaning: 'search', act: () => search.focus() },
  { keys: ['Ctrl+g'], meaning: 'next hit', act: () => search.step(1) },
  {
    keys: ['o'],
    meaning: 'open the visible text in VS Code',
    act: () => opener.openFirstVisible(),
  },
  { keys: ['e'], meaning: 'show or hide the problems', act: () => togglePanel('problems') },
  { keys: ['t'], meaning: 'show or hide the thumbnails', act: () => togglePanel('thumbnails') },
  { keys: ['l'], meaning: 'next language of the issue', act: () => editions.step() },
  { keys: ['?'], meaning: 'this list', act: showHelp },
]);
// An element that is scrolled with the keyboard must be focusable.
pages.tabIndex = 0;
pages.focus({ preventScroll: true });
connection.listenTo(editionInAddress());

/** A keyboard shortcut. */
export interface KeyAction {
  readonly keys: readonly string[];
  readonly meaning: string;
  readonly act: () => void;
  /** Text that the help shows instead of the keys. */
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
    // Without Ctrl, keys go to the field that has the focus.
    if (isTyping(event.target) && !key.startsWith('Ctrl+')) return;
    event.preventDefault();
    action.act();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

function describe({ keys, meaning, shown }: KeyAction): HTMLElement[] {
  const term = createElement('dt');
  for (const key of shown ? [shown] : keys.slice(0, 2))
    term.append(createElement('kbd', '', key), ' ');
  return [term, createElement('dd', '', meaning)];
}
