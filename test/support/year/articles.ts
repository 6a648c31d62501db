import { mkdirSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pick, type Random } from "./random.ts";

/** A folder that people write in: articles come, also late and broken ones, are edited once, renamed once, and deleted. */
export interface ArticleFolder {
  publish(now: number): void;
  publishBroken(): void;
  /** Edits or renames one that nobody touched before. */
  touch(): void;
  /** Deletes one of `numbers`. */
  remove(numbers: readonly number[]): void;
  /** How many articles were ever published; they are numbered from 1. */
  count(): number;
  /** How many files there are now. */
  files(): number;
}

const hour = 3_600_000;

export function openArticles(folder: string, random: Random): ArticleFolder {
  mkdirSync(join(folder, "moved"), { recursive: true });
  const paths = new Map<number, string>();
  const texts = new Map<number, string>();
  const untouched = new Set<number>();
  let last = 0;
  let oldest: number | undefined;
  let broken = 0;
  const write = (number: number, text: string): void => {
    const path = paths.get(number) ?? `${number}.md`;
    paths.set(number, path);
    texts.set(number, text);
    writeFileSync(join(folder, path), text);
  };
  return {
    publish: (now) => {
      last += 1;
      // Some are merged days after the date they bear, some are dated at a full hour: at a slot. What bears a date before the
      // first issue's is the archive, and no news.
      const lateMs = random() < 0.2 ? random() * 70 * hour : 0;
      oldest ??= now;
      const date = random() < 0.2 ? Math.floor(now / hour) * hour : Math.max(now - lateMs, oldest);
      const day = new Date(date).toISOString();
      write(last, `---\ntitle: Number ${last}\ndate: ${day}\n---\nWhat happened then: story-${last}-v1.\n`);
      untouched.add(last);
    },
    publishBroken: () => {
      broken += 1;
      writeFileSync(join(folder, `broken-${broken}.md`), "---\ntitle: [never closed\n---\nRubbish.\n");
    },
    touch: () => {
      const number = pick(random, [...untouched]);
      if (number === undefined) return;
      untouched.delete(number);
      if (random() < 0.5) {
        write(number, (texts.get(number) ?? "").replace("-v1.", "-v2."));
        return;
      }
      const moved = `moved/${number}.md`;
      renameSync(join(folder, paths.get(number) ?? ""), join(folder, moved));
      paths.set(number, moved);
    },
    remove: (numbers) => {
      const number = pick(
        random,
        numbers.filter((candidate) => paths.has(candidate)),
      );
      if (number === undefined) return;
      unlinkSync(join(folder, paths.get(number) ?? ""));
      paths.delete(number);
      untouched.delete(number);
    },
    count: () => last,
    files: () => paths.size + broken,
  };
}

/** The number of an article by its path. */
export function numberOf(path: string): number {
  return Number(/(\d+)\.md$/u.exec(path)?.[1]);
}
