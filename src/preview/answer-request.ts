import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desk } from './desk.ts';
import { openEventStream } from './event-stream.ts';
import { GUARD_HEADERS, refuseRequest } from './guard-request.ts';
import type { Message } from './messages.ts';
import type { PageFiles } from './page-files.ts';
import type { Session } from './session.ts';

/**
 * Answers a browser: the page's files, an issue's events, a PDF by its hash. Addresses are looked up
 * in lists and never become paths, so that no request reaches the disk.
 */
export function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  desk: Desk,
  page: PageFiles,
): void {
  for (const [name, value] of Object.entries(GUARD_HEADERS)) response.setHeader(name, value);
  const refusal = refuseRequest(request);
  if (refusal) return refuse(response, refusal.status, refusal.reason);
  const { pathname, searchParams } = readAddress(request);
  const file = page.files.get(pathname);
  if (file) return send(response, file.type, file.bytes, 'no-cache');
  const name = searchParams.get('issue') || desk.issues[0]?.name || '';
  const session = /^\/(events|pdf\/)/.test(pathname) ? desk.sessionOf(name) : undefined;
  if (!session) return refuse(response, 404, 'There is nothing here.');
  if (pathname === '/events') return stream(response, session, name, desk, page.version);
  const pdf = session.pdf(pathname.slice('/pdf/'.length));
  // What a hash names never changes.
  if (pdf) return send(response, 'application/pdf', pdf, 'max-age=31536000, immutable');
  return refuse(response, 404, 'These pages have been replaced by newer ones.');
}

/** The address that was asked for; one that is none leads nowhere. */
function readAddress({ url = '' }: IncomingMessage): Pick<URL, 'pathname' | 'searchParams'> {
  const [pathname = '', search = ''] = url.split('?', 2);
  return { pathname, searchParams: new URLSearchParams(search) };
}

function stream(
  response: ServerResponse,
  session: Session,
  name: string,
  { issues }: Desk,
  version: string,
): void {
  const issue = issues.find((choice) => choice.name === name);
  if (!issue) return refuse(response, 404, 'There is no such issue.');
  const events = openEventStream(response, () => stop());
  const tell = () => events.send({ version, issue, issues, ...session.state } satisfies Message);
  const stop = session.onChange(tell);
  tell();
}

function send(response: ServerResponse, type: string, bytes: Uint8Array, caching: string): void {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Cache-Control': caching,
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(status, headers);
  response.end(`${reason}\n`);
}
