/** What a return path of ours says: which issue went to whom. */
export interface ReturnPathClaim {
  readonly issueId: number;
  /** The beginning of the message's Message-ID: who does not have the message cannot make the return path up. */
  readonly token: string;
  /** Undefined where the address had no room in the return path; the token tells whose it is. */
  readonly address: string | undefined;
}

const maxLocalOctets = 64;
const plain = /^[\w.+-]+$/u;
const tokenLength = 12;

/** The token of a message's return path: 48 bits of its Message-ID. */
export function verpToken(messageId: string): string {
  return messageId.replace(/^</u, "").slice(0, tokenLength);
}

/**
 * A return path that names the reader (VERP), such as `bounces+12-0123456789ab-ada=example.com@list.example`: a bounce to it
 * is understood whatever the far server writes. A name too long, or not ASCII, is left out.
 */
export function verpAddress(
  returnPath: string,
  { issueId, token, address }: ReturnPathClaim & { readonly address: string },
): string {
  const at = returnPath.lastIndexOf("@");
  const split = address.lastIndexOf("@");
  const [name, domain] = [address.slice(0, split), address.slice(split + 1)];
  const short = `${returnPath.slice(0, at)}+${issueId}-${token}`;
  const long = `${short}-${name}=${domain}`;
  const isFit = plain.test(name) && plain.test(domain) && long.length <= maxLocalOctets;
  const local = isFit ? long : short;
  return local.length > maxLocalOctets ? returnPath : `${local}@${returnPath.slice(at + 1)}`;
}

/** The claim in an address that `verpAddress` made from `returnPath`; undefined for any other. Nobody vouches for it yet. */
export function readVerp(address: string, returnPath: string): ReturnPathClaim | undefined {
  const at = returnPath.lastIndexOf("@");
  const [local, domain] = [returnPath.slice(0, at), returnPath.slice(at + 1)];
  const text = address.trim().toLowerCase();
  const end = text.lastIndexOf("@");
  if (text.slice(end + 1) !== domain.toLowerCase()) return undefined;
  const prefix = `${local.toLowerCase()}+`;
  if (!text.startsWith(prefix)) return undefined;
  const match = /^(\d{1,15})-([0-9a-f]{12})(?:-(.+)=([^=]+))?$/u.exec(text.slice(prefix.length, end));
  const [, issueId, token, name, host] = match ?? [];
  if (issueId === undefined || token === undefined) return undefined;
  const reader = name === undefined || host === undefined ? undefined : `${name}@${host}`;
  return { issueId: Number(issueId), token, address: reader };
}
