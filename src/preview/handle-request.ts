import type { IncomingMessage, ServerResponse } from 'node:http';
import { rejectRequest, SECURITY_HEADERS } from './guard-request.ts';
import type { PreviewIssue, PreviewMessage } from './messages.ts';
import type { PageFiles } from './page-files.ts';
import type { PreviewSessions } from './preview-sessions.ts';
import type { Session } from './session.ts';
/** An answer as data. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What the browser may keep. */
  readonly caching: string;
}

/** Answers a browser: the page's files, an issue's events, a PDF by its hash. */
export function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  sessions: PreviewSessions,
  page: PageFiles,
): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const answer = chooseAnswer(request, sessions, page);
  if ('session' in answer) {
    stream(response, answer, sessions, page.version);
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

/** An issue whose events are asked for. */
interface Listening {
  readonly issue: PreviewIssue;
  readonly session: Session;
}

/** Addresses are looked up in lists and never become paths, so that no request reaches the disk. */
function chooseAnswer(
  request: IncomingMessage,
  sessions: PreviewSessions,
  page: PageFiles,
): Answer | Listening {
  const rejection = rejectRequest(request);
  if (rejection) return refuse(rejection.status, rejection.reason);
  const [path = '', search = ''] = (request.url ?? '').split('?', 2);
  const file = page.files.get(path);
  // The browser asks each time: the next version of the program has the same addresses.
  if (file) return { ...file, status: 200, caching: 'no-cache' };
  const name = new URLSearchParams(search).get('issue') ?? sessions.issues[0]?.name;
  const issue = sessions.issues.find((choice) => choice.name === name);
  const session =
    issue && /^\/(events$|pdf\/)/.test(path) ? sessions.sessionOf(issue.name) : undefined;
  if (!issue || !session) return refuse(404, 'There is nothing here.');
  if (path === '/events') return { issue, session };
  const bytes = session.pdf(path.slice('/pdf/'.length));
  if (!bytes) return refuse(404, 'These pages have been replaced by newer ones.');
  // What a hash names never changes.
  return { status: 200, type: 'application/pdf', bytes, caching: 'max-age=31536000, immutable' };
}

function refuse(status: number, reason: string): Answer {
  const bytes = Buffer.from(`${reason}\n`);
  return { status, type: 'text/plain; charset=utf-8', bytes, caching: 'no-store' };
}

function stream(
  response: ServerResponse,
  { issue, session }: Listening,
  { issues }: PreviewSessions,
  version: string,
): void {
  const events = openEventStream(response, () => stop());
  const tell = () =>
    events.send({ version, issue, issues, ...session.state } satisfies PreviewMessage);
  const stop = session.onChange(tell);
  tell();
}

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
