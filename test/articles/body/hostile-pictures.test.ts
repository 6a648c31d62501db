import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { expect, test, vi } from "vitest";

import { createAllowance, encodeApart } from "../../../src/articles/body/encode-apart.ts";
import { makeFolder, post } from "../articles-folder.ts";

function plain(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: "#c0392b" } });
}

function grainy(width: number, height: number): Sharp {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  return sharp({ create: { width, height, channels: 3, background: "black", noise } });
}

function drawing(inner: string, size: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${inner}</svg>`;
}

/** Five levels of ten: a hundred thousand squares in 2 KB, minutes of work. */
const bomb = drawing(
  `<defs><rect id="a0" width="9000" height="9000" fill-opacity="0.1"/>${[1, 2, 3, 4, 5]
    .map((level) => `<g id="a${level}">${`<use href="#a${level - 1}"/>`.repeat(10)}</g>`)
    .join("")}</defs><use href="#a5"/>`,
  9000,
);
const filters = drawing(
  `<filter id="f">${'<feTurbulence baseFrequency="0.05" numOctaves="50"/><feMorphology operator="dilate" radius="400"/>'.repeat(20)}</filter><rect width="9000" height="9000" filter="url(#f)"/>`,
  9000,
);
const bombToEncode = { bytes: Buffer.from(bomb), maxWidth: 1200, isDrawing: true };

function toData(bytes: Buffer | string, type = "png"): string {
  return `![x](data:image/${type};base64,${Buffer.from(bytes).toString("base64")})`;
}

function listPictureProcesses(parent: number): number[] {
  try {
    return execFileSync("pgrep", ["-P", String(parent), "-f", "picture-process"], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map(Number);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("a photograph of some megabytes that was written into the text is shown", async () => {
  const photo = await grainy(2400, 1600).jpeg({ quality: 98 }).toBuffer();
  expect(photo.length).toBeGreaterThan(3_500_000);
  const folder = makeFolder({
    "a.md": post(`${toData(photo, "jpeg")} and ${toData(await plain(8, 4).png().toBuffer())}`),
  });

  const { html, images, notes } = await folder.body();

  expect(images.map(({ width, height }) => [width, height])).toEqual([
    [1200, 800],
    [8, 4],
  ]);
  expect(html).toContain(" and <img");
  expect(notes).toEqual([]);
});

test("millions of letters that are no picture are left out with a note", async () => {
  const folder = makeFolder({
    "a.md": post(`Before. ![](data:image/png;base64,${"A".repeat(6_000_000)}) After.`),
  });

  const { html, notes } = await folder.body();

  expect(html).toBe("<p>Before.  After.</p>");
  expect(notes.map(({ message }) => message)).toEqual([
    "The image 1 of those written into the text is no picture of a kind that is known.",
  ]);
});

test("a drawing that calls itself a PNG in the text is left out at once, whatever stands before it", async () => {
  const written = [bomb, `\ufeff\n ${bomb}`, Buffer.from(`\ufeff${bomb}`, "utf16le"), `x ${bomb}`];
  const folder = makeFolder({ "a.md": post(written.map((one) => toData(one)).join("\n\n")) });

  const started = performance.now();
  const { images, notes } = await folder.body();

  expect(performance.now() - started).toBeLessThan(3000);
  expect(images).toEqual([]);
  const reasons = notes.map(({ message }) =>
    message.replace(/^The image \d of those written into the text /, ""),
  );
  expect(new Set(reasons.slice(0, 3))).toEqual(
    new Set(["is a drawing by its content, not what it is called."]),
  );
  expect(reasons[3]).toMatch(/^(?:is no picture of a kind that is known|cannot be read as a picture)/);
});

test.each([
  ["a hundred thousand squares in 2 KB", bomb],
  ["filters upon filters", filters],
])(
  "a drawing of %s is given up after five seconds, and those beside it are shown",
  async (_what, hostile) => {
    const logo = drawing('<circle cx="50" cy="50" r="40" fill="teal"/><path d="M10 10 L90 90"/>', 100);
    const folder = makeFolder({
      "a.md": post("![first](first.svg) ![hostile](hostile.svg) ![last](last.svg) ![photo](photo.jpg)"),
      "first.svg": logo,
      "hostile.svg": hostile,
      "last.svg": logo.replace("teal", "navy"),
      "photo.jpg": await grainy(300, 200).jpeg().toBuffer(),
    });

    const started = performance.now();
    const { images, notes } = await folder.body();

    expect(performance.now() - started).toBeLessThan(15_000);
    expect(images.map(({ alt, width }) => [alt, width])).toEqual([
      ["first", 100],
      ["last", 100],
      ["photo", 300],
    ]);
    expect(notes.map(({ message }) => message)).toEqual([
      "The image hostile.svg takes more than 5 seconds to be read.",
    ]);
  },
  60_000,
);

test("what the pictures of an article take together is limited too", async () => {
  const allowance = { ...createAllowance(), drawingMs: 500, togetherMs: 1000, leftMs: 1000 };

  const started = performance.now();
  const made = await Promise.all(Array.from({ length: 40 }, () => encodeApart(bombToEncode, allowance)));

  expect(performance.now() - started).toBeLessThan(5000);
  expect(made[0]).toBe("takes more than 0.5 seconds to be read");
  expect(made.at(-1)).toBe("is left out, because the pictures of this article take more than 1 seconds");
});

test("a picture whose reading ends the process is left out, and the next one is read", async () => {
  const crashing = encodeApart(bombToEncode, createAllowance());
  const [pid] = await vi.waitUntil(
    () => {
      const pids = listPictureProcesses(process.pid);
      return pids.length > 0 && pids;
    },
    { timeout: 4000 },
  );
  process.kill(pid ?? 0, "SIGSEGV");

  expect(await crashing).toBe("cannot be read as a picture: reading it ends the process (SIGSEGV)");
  const bytes = await plain(30, 20).png().toBuffer();
  expect(await encodeApart({ bytes, maxWidth: 1200, isDrawing: false }, createAllowance())).toMatchObject({
    width: 30,
    height: 20,
  });
});

test("the process that reads a picture does not outlive the one that asked for it", async () => {
  const program = `
    const { createAllowance, encodeApart } = await import(process.argv[1]);
    await encodeApart({ bytes: Buffer.from(process.argv[2]), maxWidth: 1200, isDrawing: true }, createAllowance());`;
  const file = path.join(import.meta.dirname, "../../../src/articles/body/encode-apart.ts");
  const parent = spawn(process.execPath, ["--input-type=module", "--eval", program, file, bomb], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [pid] = await vi.waitUntil(
    () => {
      const pids = listPictureProcesses(parent.pid ?? 0);
      return pids.length > 0 && pids;
    },
    { timeout: 10_000 },
  );
  // Until it is at work on the drawing.
  await new Promise((resolve) => setTimeout(resolve, 1000));

  parent.kill("SIGKILL");
  await once(parent, "exit");

  await vi.waitUntil(() => !isRunning(pid ?? 0), { timeout: 3000 });
}, 30_000);

test("what an ordinary camera takes is read, and what no machine has the memory for is not", async () => {
  const folder = makeFolder({
    "a.md": post("![](camera.jpg) ![](screen.png) ![](map.svg) ![](wide.avif) ![](large.svg)"),
    "camera.jpg": await sharp(await grainy(1732, 1155).png().toBuffer())
      .resize(8660, 5773)
      .jpeg()
      .toBuffer(),
    "screen.png": await plain(3840, 2160).png().toBuffer(),
    "map.svg": drawing(
      Array.from({ length: 10_000 }, (_, n) => `<path d="M${n % 100} ${n / 100} l3 7 l-5 2 z"/>`).join(""),
      2000,
    ),
    "wide.avif": await plain(8000, 6500).avif({ effort: 0 }).toBuffer(),
    "large.svg": drawing(`<!--${"x".repeat(5_000_000)}-->`, 100),
  });

  const { images, notes } = await folder.body();

  expect(images.map(({ name, width }) => [name.slice(9), width])).toEqual([
    ["camera.jpg", 1200],
    ["screen.jpg", 1200],
    ["map.png", 1200],
  ]);
  expect(notes.map(({ message }) => message)).toEqual([
    "The image wide.avif has too many pixels.",
    "The image large.svg is a drawing of more than 4 MB.",
  ]);
}, 60_000);
