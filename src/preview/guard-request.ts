// Who may ask the preview for what: its own page in a browser on this machine, and nobody else.
import type { IncomingMessage } from 'node:http';

/** The one address the server listens on: no other machine reaches it. */
export const LOOPBACK = '127.0.0.1';

/** Names of this machine that a browser may have in its address field. */
const OWN_NAMES = [LOOPBACK, 'localhost', '[::1]'];

/**
 * The page is made of its own files alone: no script or style stands in the page, nothing comes from
 * or goes to another address.
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

/** Headers of every answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** A refusal: its status, and a sentence on why. */
export interface RequestRejection {
  readonly status: number;
  readonly reason: string;
}

/**
 * Why a request is not answered; undefined when it is. The Host check keeps out pages of the web
 * whose name was made to lead to this machine (DNS rebinding).
 */
export function rejectRequest({ headers, method }: IncomingMessage): RequestRejection | undefined {
  const name = (headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  if (!OWN_NAMES.includes(name)) {
    return { status: 403, reason: `The preview answers as ${OWN_NAMES.join(' or ')} only.` };
  }
  const origin = headers['sec-fetch-site'];
  const isForeign = origin === 'cross-site' || origin === 'same-site';
  if (isForeign && headers['sec-fetch-mode'] !== 'navigate') {
    return { status: 403, reason: 'The preview answers to its own page only.' };
  }
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, reason: 'The preview is for looking only.' };
  }
  return undefined;
}
