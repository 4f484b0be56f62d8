// Web addresses for comparison, and the parts of them that do not belong to a page.
import { domainToASCII } from 'node:url';

/** Parameters that only say from where a reader came. Sources: their documentation; ClearURLs names the same. */
const TRACKING =
  /^(?:utm_\w+|hsa_\w+|pk_\w+|mtm_\w+|at_(?:medium|campaign|custom\d|link_\w+)|_?openstat|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|ymclid|yadclid|yadordid|yandex_referrer|twclid|ttclid|rb_clickid|li_fat_id|mc_[ce]id|igsh(?:id)?|ref_(?:src|url)|_ga|_gl|_hs(?:enc|mi)|vero_(?:id|conv)|oly_(?:anon|enc)_id|wickedid|cmpid|ncid|soc_(?:src|trk)|__twitter_impression|__cft__\S*|__tn__|mibextid|xtor)$/i;
/** A fragment that highlights a text, or tracks. */
const TRACKING_FRAGMENT = /#(?::~:text=|(?:utm_|xtor=|fbclid=|at_))\S*$/i;

/** The query and the fragment of an address without what tracks the reader. */
export interface TrackedPart {
  /** Offsets in the address. */
  readonly from: number;
  readonly to: number;
  readonly cleaned: string;
}

/** Finds the part of an address that tracks the reader; undefined if there is none. */
export function findTracking(address: string): TrackedPart | undefined {
  const hash = address.indexOf('#');
  const end = hash < 0 ? address.length : hash;
  const question = address.indexOf('?');
  const fragment = TRACKING_FRAGMENT.test(address) ? address.length : end;
  if (question < 0 || question > end) {
    return fragment > end ? { from: end, to: fragment, cleaned: '' } : undefined;
  }
  const parameters = address.slice(question + 1, end).split('&');
  const kept = parameters.filter((one) => !isTracking(one));
  if (kept.length === parameters.length) {
    return fragment > end ? { from: end, to: fragment, cleaned: '' } : undefined;
  }
  // Parameters in front that stay are not marked.
  const first = parameters.findIndex(isTracking);
  const before = parameters.slice(0, first).join('&');
  const rest = kept.slice(first).join('&');
  const from = first === 0 ? question : question + 1 + before.length;
  return { from, to: fragment, cleaned: rest === '' ? '' : `${first === 0 ? '?' : '&'}${rest}` };
}

function isTracking(parameter: string): boolean {
  return TRACKING.test(parameter.split('=')[0] ?? '');
}

/** Returns an address without what tracks the reader. */
export function removeTracking(address: string): string {
  const tracked = findTracking(address);
  return tracked
    ? address.slice(0, tracked.from) + tracked.cleaned + address.slice(tracked.to)
    : address;
}

/**
 * Returns an address in the form used for comparison. It is the same with http and https, with www and
 * without, in capitals and in small letters, with a slash at its end, tracking parameters or a fragment.
 */
export function addressKey(address: string): string {
  const cleaned = removeTracking(address.trim());
  const [, site = '', rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(cleaned) ?? [];
  if (site === '') return cleaned;
  const host = (domainToASCII(site.replace(/:(?:80|443)$/, '')) || site).toLowerCase();
  // A fragment that is a path is read by a script of the page.
  const path = rest.replace(/#(?![!/]).*$/s, '').replace(/\/+(?=$|[?#])/, '');
  return `https://${host.replace(/^www\./, '')}${decode(path).toLowerCase()}`;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
