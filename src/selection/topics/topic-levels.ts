/** Short abbreviations that a slash joins, `UI/UX`, `A/B testing`, `C/C++`: none is a part of the other. */
const joined = /^[A-Z]{1,4}(?:\/[A-Z]{1,4}[+#]{0,2})+(?=\s|$)[^/]*$/;

/** The topics that a name stands for, the widest first: `energy/wind` is of Energy as well. */
export function topicLevels(name: string): string[] {
  if (joined.test(name)) return [name];
  const parts = name.split("/");
  return parts.map((_, index) =>
    parts
      .slice(0, index + 1)
      .join("/")
      .trim(),
  );
}
