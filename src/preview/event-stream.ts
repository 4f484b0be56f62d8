import type { ServerResponse } from 'node:http';

/** Pause in ms between signs of life: a page that hears none knows that its connection is gone. */
const BEAT = 10_000;

/** Events to a browser, which asks again by itself when the connection breaks. */
export interface EventStream {
  send(message: object): void;
}

/**
 * Turns an answer into a stream of events; `closed` is called when the browser has gone. Source:
 * the HTML standard, "Server-sent events".
 */
export function openEventStream(response: ServerResponse, closed: () => void): EventStream {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.write('retry: 500\n\n');
  const beating = setInterval(() => response.write('event: beat\ndata:\n\n'), BEAT);
  response.on('close', () => {
    clearInterval(beating);
    closed();
  });
  return { send: (message) => void response.write(`data: ${JSON.stringify(message)}\n\n`) };
}
