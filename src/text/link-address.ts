/** Protocols a link may lead to. */
const PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
/** One mailbox or several, as RFC 6068 writes them. */
const MAILBOXES = /^[^@,\s]+@[^@,\s]+(?:,[^@,\s]+@[^@,\s]+)*$/;

/** Why no link may lead to an address. */
export type AddressFault =
  /** It is no absolute address of the web or of a mailbox. */
  | 'kind'
  /** It names a user before the site, as addresses that pretend to be another site's do. */
  | 'user'
  /** It begins with mailto: and has no mailbox. */
  | 'mailbox';

/** Why no link may lead to an address; undefined when one may. */
export function findAddressFault(address: string): AddressFault | undefined {
  if (!URL.canParse(address)) return 'kind';
  const { protocol, username, password, pathname } = new URL(address);
  if (!PROTOCOLS.has(protocol)) return 'kind';
  if (username !== '' || password !== '') return 'user';
  return protocol === 'mailto:' && !MAILBOXES.test(pathname) ? 'mailbox' : undefined;
}
