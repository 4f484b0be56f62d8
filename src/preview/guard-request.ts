// Only the preview's own page, in a browser on this machine, may send requests to the preview.
import type { IncomingMessage } from 'node:http';

/** The only address that the server listens on; other machines cannot reach it. */
export const LOOPBACK = '127.0.0.1';

/** Host names under which a browser may reach this machine. */
const OWN_NAMES = [LOOPBACK, 'localhost', '[::1]'];

/**
 * Allows only the page's own files: no inline scripts or styles, no requests to other addresses.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every response. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Address to which the page sends edits; every other one is read-only. */
export const EDIT_ADDRESS = '/edits';

/** Reason for rejecting a request: HTTP status and a sentence. */
export interface RequestRejection {
  readonly status: number;
  readonly reason: string;
}

/**
 * Returns why a request is rejected; undefined if it is allowed. The check of the Host header prevents
 * DNS rebinding, where a web page's host name is made to resolve to this machine.
 */
export function rejectRequest({
  headers,
  method,
  url = '',
}: Pick<IncomingMessage, 'headers' | 'method' | 'url'>): RequestRejection | undefined {
  const name = (headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  if (!OWN_NAMES.includes(name)) {
    const names = OWN_NAMES.join(' or ');
    return { status: 403, reason: `The preview is available as ${names} only.` };
  }
  const origin = headers['sec-fetch-site'];
  const isForeign = origin === 'cross-site' || origin === 'same-site';
  if (isForeign && headers['sec-fetch-mode'] !== 'navigate') {
    return { status: 403, reason: 'The preview answers requests of its own page only.' };
  }
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (method !== 'POST' || url.split('?', 1)[0] !== EDIT_ADDRESS) {
    return { status: 405, reason: `Only ${EDIT_ADDRESS} accepts changes.` };
  }
  // A form or a script of another page cannot send all three: the browser writes the first two, and asks
  // the server before it sends this type to another origin. Source: the Fetch standard.
  const isOwn =
    origin === 'same-origin' &&
    headers.origin === `http://${headers.host}` &&
    headers['content-type'] === 'application/json';
  return isOwn
    ? undefined
    : { status: 403, reason: 'The preview changes files for its own page only.' };
}
