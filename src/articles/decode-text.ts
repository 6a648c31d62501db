/** Text of a file: UTF-8 or, with a byte order mark, UTF-16; LF line ends; no byte order mark, no NUL. */
export function decodeText(bytes: Uint8Array): string {
  let encoding = "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) encoding = "utf-16le";
  else if (bytes[0] === 0xfe && bytes[1] === 0xff) encoding = "utf-16be";
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes("\r") || text.includes("\0") ? text.replace(/\r\n?/g, "\n").replaceAll("\0", "�") : text;
}
