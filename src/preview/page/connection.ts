import type { EditRequest, PreviewMessage } from '../messages.ts';

/** Time without events, in ms, after which the connection counts as lost; heartbeats come every 10 s. */
const MAX_SILENCE = 25_000;
/** Time between checks of the connection, in ms. */
const CHECK_INTERVAL = 1000;

/** Listens to the events of an edition; reconnects whenever the connection is lost. */
export class Connection {
  #address = '/events';
  #editAddress = '/edits';
  readonly #onMessage: (message: PreviewMessage) => void;
  readonly #onState: (isConnected: boolean) => void;
  #events: EventSource | undefined;
  #lastEventTime = 0;

  constructor(
    onMessage: (message: PreviewMessage) => void,
    onState: (isConnected: boolean) => void,
  ) {
    this.#onMessage = onMessage;
    this.#onState = onState;
    setInterval(() => this.#check(), CHECK_INTERVAL);
    // After sleep, a laptop may have a dead connection that it has not noticed.
    for (const event of ['online', 'pageshow', 'focus'])
      addEventListener(event, () => this.#check());
  }

  /** Listens to an edition, by default the one that the preview shows first, and to no other. */
  listenTo(edition: string | undefined): void {
    const search = edition === undefined ? '' : `?issue=${encodeURIComponent(edition)}`;
    this.#address = `/events${search}`;
    this.#editAddress = `/edits${search}`;
    this.#open();
  }

  /** Asks the server to change the edition's file. @returns why it did not; undefined if it did */
  async requestEdit(request: EditRequest): Promise<string | undefined> {
    try {
      const response = await fetch(this.#editAddress, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
      });
      return response.ok ? undefined : (await response.text()).trim();
    } catch {
      return 'The preview did not answer, so nothing was changed.';
    }
  }

  #open(): void {
    this.#events?.close();
    this.#lastEventTime = performance.now();
    const events = new EventSource(this.#address);
    events.onopen = () => this.#noteEvent();
    events.addEventListener('heartbeat', () => this.#noteEvent());
    events.onmessage = ({ data }) => {
      this.#noteEvent();
      this.#onMessage(JSON.parse(data));
    };
    events.onerror = () => this.#onState(false);
    this.#events = events;
  }

  #noteEvent(): void {
    this.#lastEventTime = performance.now();
    this.#onState(true);
  }

  #check(): void {
    const isClosed = this.#events?.readyState === EventSource.CLOSED;
    const isSilent = performance.now() - this.#lastEventTime > MAX_SILENCE;
    if (isClosed || isSilent) this.#open();
  }
}
