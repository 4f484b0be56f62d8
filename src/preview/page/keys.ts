import { find, make } from './elements.ts';

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
