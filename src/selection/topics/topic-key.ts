/**
 * The form under which topic names are compared and stored: without case, `#`, or differences of width, and with
 * hyphens for spaces and underscores. "Foreign affairs", "#foreign_affairs" and "foreign-affairs" are one topic.
 */
export function topicKey(name: string): string {
  return name
    .normalize("NFKC")
    .trim()
    .replace(/^#+/, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
}
