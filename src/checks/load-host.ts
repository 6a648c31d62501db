import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** Addresses of this machine and of private networks (RFC 6890), where an article has no business to send us. */
const inside = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  inside.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inside.addSubnet(network, prefix, "ipv6");

/** Does an IP address belong to this machine or a private network? IPv4 within IPv6 counts as what it is. */
export function isInside(address: string): boolean {
  return inside.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/**
 * Does a host name lead to this machine or a private network? One such address among several is enough.
 *
 * @param hostname - As in a URL: IPv6 in brackets.
 * @throws Error with `code` where the name cannot be resolved.
 */
export async function leadsInside(hostname: string): Promise<boolean> {
  const bare = hostname.replace(/^\[|\]$/gu, "");
  const addresses = isIP(bare) === 0 ? await lookup(bare, { all: true }) : [{ address: bare }];
  return addresses.some(({ address }) => isInside(address));
}
