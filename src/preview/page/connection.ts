import type { PreviewMessage } from '../messages.ts';

/** Silence in ms after which the connection counts as gone; the server gives a sign every 10 s. */
const SUPPRESSION_COMMENT = 25_000;
const PAUSE = 1000;

/** Listens to an issue's events for as long as the page is open, over every break. */
export class Connection {
  readonly #address: string;
  readonly #onMessage: (message: PreviewMessage) => void;
  readonly #onState: (isConnected: boolean) => void;
  #events: EventSource | undefined;
  #heard = 0;

  constructor(
    issue: string | undefined,
    onMessage: (message: PreviewMessage) => void,
    onState: (isConnected: boolean) => void,
  ) {
    this.#address = issue === undefined ? '/events' : `/events?issue=${encodeURIComponent(issue)}`;
    this.#onMessage = onMessage;
    this.#onState = onState;
    this.#open();
    setInterval(() => this.#check(), PAUSE);
    // A laptop that slept wakes with a connection that may be dead and does not know it.
    for (const event of ['online', 'pageshow', 'focus'])
      addEventListener(event, () => this.#check());
  }

  #open(): void {
    this.#events?.close();
    this.#heard = performance.now();
    const events = new EventSource(this.#address);
    events.onopen = () => this.#hear();
    events.addEventListener('beat', () => this.#hear());
    events.onmessage = ({ data }) => {
      this.#hear();
      this.#onMessage(JSON.parse(data));
    };
    events.onerror = () => this.#onState(false);
    this.#events = events;
  }

  #hear(): void {
    this.#heard = performance.now();
    this.#onState(true);
  }

  #check(): void {
    const isClosed = this.#events?.readyState === EventSource.CLOSED;
    const isSilent = performance.now() - this.#heard > SUPPRESSION_COMMENT;
    if (isClosed || isSilent) this.#open();
  }
}
