import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseEditRequest } from './edit-request.ts';
import { EDIT_ADDRESS, rejectRequest, SECURITY_HEADERS } from './guard-request.ts';
import type { PreviewMessage } from './messages.ts';
import type { PageFiles } from './page-files.ts';
import type { OpenEdition, PreviewSessions } from './preview-sessions.ts';

/** An HTTP response as data. */
export interface HttpResponse {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Value of Cache-Control. */
  readonly caching: string;
}

/** Responds with a file of the page, the events of an edition, or a PDF by its hash. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  sessions: PreviewSessions,
  page: PageFiles,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const answer = await chooseResponse(request, sessions, page);
  // The browser may have disconnected meanwhile.
  if (response.destroyed) return;
  if ('session' in answer) {
    streamEvents(response, answer, page.version);
    return;
  }
  const { status, type, bytes, caching } = answer;
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Cache-Control': caching,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Chooses a response. Addresses are looked up in maps, so no request can reach the file system. */
async function chooseResponse(
  request: IncomingMessage,
  sessions: PreviewSessions,
  page: PageFiles,
): Promise<HttpResponse | OpenEdition> {
  const rejection = rejectRequest(request);
  if (rejection) return rejected(rejection.status, rejection.reason);
  const [path = '', search = ''] = (request.url ?? '').split('?', 2);
  const file = page.files.get(path);
  // The browser must revalidate: the next version of the program has the same addresses.
  if (file) return { ...file, status: 200, caching: 'no-cache' };
  if (!/^\/(events$|edits$|pdf\/)/.test(path)) return rejected(404, NOT_FOUND);
  const name = new URLSearchParams(search).get('issue') ?? undefined;
  const edition = await sessions.open(name);
  if (!edition) return rejected(404, NOT_FOUND);
  if (path === '/events') return edition;
  if (path === EDIT_ADDRESS) return edit(request, edition);
  const bytes = edition.session.pdf(path.slice('/pdf/'.length));
  if (!bytes) return rejected(404, 'These pages have been replaced by newer ones.');
  // The address has the hash, so its content never changes.
  return { status: 200, type: 'application/pdf', bytes, caching: 'max-age=31536000, immutable' };
}

/** Most bytes of an edit request; it has numbers, a hash and a code only. */
const MAX_REQUEST_BYTES = 2000;

/** Changes the file of an edition as the page asks for. */
async function edit(request: IncomingMessage, { session }: OpenEdition): Promise<HttpResponse> {
  if (request.method !== 'POST') return rejected(405, 'Edits are sent with POST.');
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_REQUEST_BYTES) return rejected(413, 'The request is too long.');
  }
  const wanted = parseEditRequest(text);
  if (!wanted) return rejected(400, 'This is not a request for an edit.');
  const reason = await session.edit(wanted);
  if (reason !== undefined) return rejected(409, reason);
  return { status: 204, type: 'text/plain', bytes: new Uint8Array(), caching: 'no-store' };
}

const NOT_FOUND = 'This address does not exist.';

function rejected(status: number, reason: string): HttpResponse {
  const bytes = Buffer.from(`${reason}\n`);
  return { status, type: 'text/plain; charset=utf-8', bytes, caching: 'no-store' };
}

function streamEvents(
  response: ServerResponse,
  { session, describe, onChange }: OpenEdition,
  version: string,
): void {
  const events = openEventStream(response, () => stop());
  const send = () =>
    events.send({ version, ...describe(), ...session.state } satisfies PreviewMessage);
  const stop = onChange(send);
  send();
}

/** Time between heartbeats, in ms. A page that receives none knows that its connection is lost. */
const HEARTBEAT_INTERVAL = 10_000;

/** Server-sent events; the browser reconnects by itself when the connection breaks. */
export interface EventStream {
  send(message: object): void;
}

/**
 * Turns a response into a stream of events; `closed` is called when the browser disconnects. Source:
 * the HTML standard, "Server-sent events".
 */
export function openEventStream(response: ServerResponse, closed: () => void): EventStream {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.write('retry: 500\n\n');
  const heartbeat = setInterval(
    () => response.write('event: heartbeat\ndata:\n\n'),
    HEARTBEAT_INTERVAL,
  );
  response.on('close', () => {
    clearInterval(heartbeat);
    closed();
  });
  return { send: (message) => void response.write(`data: ${JSON.stringify(message)}\n\n`) };
}
