/** What a return path of ours says: which issue went to whom. */
export interface ReturnPathClaim {
  readonly issueId: number;
  readonly address: string;
}

const maxLocalOctets = 64;
const plain = /^[\w.+-]+$/u;

/**
 * A return path that names the reader (VERP), such as `bounces+12-ada=example.com@list.example`: a bounce to it is
 * understood whatever the far server writes. The plain return path where the name would be too long or not ASCII.
 */
export function verpAddress(returnPath: string, { issueId, address }: ReturnPathClaim): string {
  const at = returnPath.lastIndexOf("@");
  const split = address.lastIndexOf("@");
  const [name, domain] = [address.slice(0, split), address.slice(split + 1)];
  const local = `${returnPath.slice(0, at)}+${issueId}-${name}=${domain}`;
  if (!plain.test(name) || !plain.test(domain) || local.length > maxLocalOctets) return returnPath;
  return `${local}@${returnPath.slice(at + 1)}`;
}

/** The claim in an address that `verpAddress` made from `returnPath`; undefined for any other. */
export function readVerp(address: string, returnPath: string): ReturnPathClaim | undefined {
  const at = returnPath.lastIndexOf("@");
  const [local, domain] = [returnPath.slice(0, at), returnPath.slice(at + 1)];
  const text = address.trim().toLowerCase();
  const end = text.lastIndexOf("@");
  if (text.slice(end + 1) !== domain.toLowerCase()) return undefined;
  const prefix = `${local.toLowerCase()}+`;
  if (!text.startsWith(prefix)) return undefined;
  const match = /^(\d{1,15})-(.+)=([^=]+)$/u.exec(text.slice(prefix.length, end));
  const [, issueId, name, host] = match ?? [];
  if (issueId === undefined || name === undefined || host === undefined) return undefined;
  return { issueId: Number(issueId), address: `${name}@${host}` };
}
