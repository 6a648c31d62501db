import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp, { type Colour, type Sharp } from "sharp";
import { expect, test } from "vitest";

import { makeFolder, post, type ArticlesFolder } from "../articles-folder.ts";

const red = { r: 200, g: 30, b: 30, alpha: 1 };

function picture(width: number, height: number, background: Colour = red): Sharp {
  return sharp({ create: { width, height, channels: 4, background } });
}

/** A photograph, which no drawing format keeps small. */
function photograph(width: number, height: number): Sharp {
  const noise = Buffer.from(Array.from({ length: width * height * 3 }, (_, index) => (index * 7919) % 251));
  return sharp(noise, { raw: { width, height, channels: 3 } });
}

async function makeImageFolder(): Promise<ArticlesFolder> {
  const folder = makeFolder();
  folder.write("post/bridge.jpg", await photograph(2400, 1600).jpeg().toBuffer());
  folder.write("post/drawing.png", await picture(300, 100).png().toBuffer());
  folder.write("img/root.webp", await photograph(100, 50).webp().toBuffer());
  return folder;
}

/** Where a site's folder holds a picture that is named by its address. */
test.each([
  ["content/blog/reeds/index.md", "content/blog/reeds/img/a.png", "blog/reeds/img/a.png"],
  ["content/blog/reeds/index.md", "static/images/a.png", "/images/a.png"],
  ["content/blog/reeds/index.md", "static/images/a.png", "{{ site.baseurl }}/images/a.png"],
  ["src/content/blog/reeds.md", "public/a.png", "/a.png"],
  ["packages/site/src/content/blog/reeds.md", "packages/site/public/images/a.png", "/images/a.png"],
  ["source/_posts/reeds.md", "source/images/a.png", "/images/a.png"],
  ["docs/guide/reeds.md", "docs/public/images/a.png", "/images/a.png"],
])("of %s, %s is found by %s", async (article, file, written) => {
  const folder = makeFolder({ [article]: post(`![A](${written})`) });
  folder.write(file, await picture(30, 10).png().toBuffer());

  const { images, notes } = await folder.body(article, { baseUrl: "https://example.org/" });

  expect([images.length, notes]).toEqual([1, []]);
});

test.each([
  ["content/blog/reeds/index.md", "blog/reeds/img/a.png", "blog/reeds/img/a.png"],
  ["boats/reeds.md", "boats/reeds/a.png", "boats/reeds/a.png"],
  ["boats/reeds.md", "./boats/reeds/a.png", "boats/reeds/boats/reeds/a.png"],
  ["boats/reeds.md", "reed/a.png", "boats/reeds/reed/a.png"],
  ["boats/reeds.md", "a.png", "boats/reeds/a.png"],
])("of %s, %s that is in no folder is on the web at %s", async (article, written, address) => {
  const folder = makeFolder({
    [article]: post(`![A](${written})`),
    "elsewhere/a.png": "x",
    "static/x/a.png": "x",
  });

  const { html } = await folder.body(article, { baseUrl: "https://example.org/" });

  expect(html).toContain(`src="https://example.org/${address}"`);
});

test("pictures named by an alias of the site's source are found there, and nowhere else", async () => {
  const folder = makeFolder();
  folder.write("src/assets/a.png", await picture(30, 10).png().toBuffer());
  folder.write("@own/b.png", await picture(30, 10).png().toBuffer());
  folder.write(
    "posts.md",
    post("![](~/assets/a.png) ![](@/assets/a.png) ![](@assets/a.png) ![](@own/b.png) ![](~/assets/none.png)"),
  );

  const { images, notes } = await folder.body("posts.md", { baseUrl: "https://example.org/" });

  expect(images).toHaveLength(2);
  expect(notes.map(({ message }) => message)).toEqual([
    "The image ~/assets/none.png is named by an alias that leads to no file here.",
  ]);
});

test("pictures and articles named by their path from the root, or with that, are found there, and a name alone is not", async () => {
  const folder = makeFolder();
  const root = path.basename(folder.dir);
  folder.write("notes/quay/a.png", await picture(30, 10).png().toBuffer());
  folder.write("b.png", await picture(30, 10).png().toBuffer());
  folder.write("notes/pier/index.md", post("The pier."));
  folder.write(
    "notes/boats.md",
    post(
      `![](notes/quay/a.png) ![](${root}/notes/quay/a.png) ![](b.png)\n\n[one](notes/pier/index.md) [two](pier/index) [three](index)`,
    ),
  );

  const { html, images } = await folder.body("notes/boats.md", { baseUrl: "https://example.org/" });

  expect(images).toHaveLength(1);
  expect(html).toContain('src="https://example.org/notes/boats/b.png"');
  expect(html).toContain(
    '<a href="https://example.org/notes/pier/">one</a> <a href="https://example.org/notes/pier/">two</a>',
  );
});

test("local pictures become parts of the message, resized, with their size and alternative text", async () => {
  const folder = await makeImageFolder();
  folder.write(
    "post/index.md",
    post('![A bridge](bridge.jpg) ![](./drawing.png "title") ![root](/img/root.webp) ![again](bridge.jpg)'),
  );

  const { html, image, images } = await folder.body("post/index.md");

  const [bridge, drawing, root] = images;
  expect(
    images.map(({ name, contentType, width, height, alt }) => [
      name.slice(9),
      contentType,
      width,
      height,
      alt,
    ]),
  ).toEqual([
    ["bridge.jpg", "image/jpeg", 1200, 800, "A bridge"],
    ["drawing.png", "image/png", 300, 100, ""],
    ["root.jpg", "image/jpeg", 100, 50, "root"],
  ]);
  expect(html).toBe(
    `<p><img src="cid:${bridge?.name ?? ""}" alt="A bridge" width="600" height="400" /> <img src="cid:${drawing?.name ?? ""}" alt="" width="300" height="100" /> ` +
      `<img src="cid:${root?.name ?? ""}" alt="root" width="100" height="50" /> <img src="cid:${bridge?.name ?? ""}" alt="again" width="600" height="400" /></p>`,
  );
  expect(image).toEqual(bridge);
  expect(await sharp(bridge?.bytes).metadata()).toMatchObject({ format: "jpeg", width: 1200, height: 800 });
});

test("the front matter's picture stands for the article before the body's", async () => {
  const folder = await makeImageFolder();
  folder.write(
    "post/index.md",
    post(
      "![A bridge](bridge.jpg)",
      "title: T\ndate: 2026-11-20\ncover:\n  image: drawing.png\n  alt: A drawing",
    ),
  );

  const { image, images } = await folder.body("post/index.md");

  expect(image).toMatchObject({ kind: "local", alt: "A drawing", width: 300 });
  expect(images).toHaveLength(2);
});

test("what a camera writes into a picture does not travel, and it stands upright", async () => {
  const folder = makeFolder({ "a.md": post("![](a.jpg)") });
  folder.write(
    "a.jpg",
    await photograph(200, 100)
      .withExif({ IFD0: { Artist: "Ada", Copyright: "secret place" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
  );

  const [image] = (await folder.body()).images;

  expect(image).toMatchObject({ width: 100, height: 200 });
  expect(Buffer.from(image?.bytes ?? []).includes("secret place")).toBe(false);
});

test("a moving picture keeps moving while it is small", async () => {
  const folder = makeFolder({ "a.md": post("![](a.gif)") });
  const frames = await Promise.all(
    [red, { r: 0, g: 0, b: 200, alpha: 1 }].map((colour) => picture(40, 40, colour).png().toBuffer()),
  );
  folder.write(
    "a.gif",
    await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
  );

  const [image] = (await folder.body()).images;

  expect(image).toMatchObject({ contentType: "image/gif", width: 40, height: 40 });
  expect((await sharp(image?.bytes, { animated: true }).metadata()).pages).toBe(2);
});

test("a picture written into the article is one like any other, and a drawing becomes pixels", async () => {
  const data = (await picture(20, 10).png().toBuffer()).toString("base64");
  const folder = makeFolder({
    "a.md": post(`![in](data:image/png;base64,${data}) ![svg](a.svg)`),
    "a.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20" onload="alert(1)"><script>alert(1)</script><image href="file:///etc/passwd"/><rect width="30" height="20"/></svg>',
  });

  const { images } = await folder.body();

  expect(images.map(({ contentType, width, height }) => [contentType, width, height])).toEqual([
    ["image/png", 20, 10],
    ["image/png", 30, 20],
  ]);
});

test("pictures are found by name as Obsidian does", async () => {
  const folder = await makeImageFolder();
  folder.write("deep/down/a.md", post("![[bridge.jpg|400]] ![[Drawing.png]]"));

  expect((await folder.body("deep/down/a.md")).images.map(({ width }) => width)).toEqual([1200, 300]);
});

test("what lies outside, is no picture, or is no file is left out with its place and reason, without waiting", async () => {
  const outside = makeFolder({ "secret.png": await picture(5, 5).png().toBuffer() });
  const sources = [
    "../secret.png",
    "%2e%2e/%2e%2e/etc/passwd",
    "/../../etc/passwd",
    "link.png",
    "folder",
    "pipe.png",
    "zero.png",
    "text.png",
    "cut.png",
    "none.png",
    "a%00.png",
    "bomb.png",
  ];
  const folder = makeFolder({
    "a.md": post(sources.map((source) => `![x](${source})`).join("\n")),
    "text.png": "no picture",
  });
  symlinkSync(path.join(outside.dir, "secret.png"), path.join(folder.dir, "link.png"));
  symlinkSync("/dev/zero", path.join(folder.dir, "zero.png"));
  mkdirSync(path.join(folder.dir, "folder"));
  execFileSync("mkfifo", [path.join(folder.dir, "pipe.png")]);
  writeFileSync(
    path.join(folder.dir, "cut.png"),
    (await photograph(60, 60).png().toBuffer()).subarray(0, 200),
  );
  folder.write("bomb.png", "");
  truncateSync(path.join(folder.dir, "bomb.png"), 50 * 1024 * 1024);

  const started = performance.now();
  const { html, images, notes } = await folder.body();

  expect(performance.now() - started).toBeLessThan(2000);
  expect(html.replace(/\s+/g, "")).toBe("");
  expect(images).toEqual([]);
  expect(notes.map(({ line, message }) => `${line ?? ""} ${message.replace(/: .*/, ": …")}`)).toEqual([
    "5 The image ../secret.png lies outside the articles folder.",
    "6 The image ../../etc/passwd lies outside the articles folder.",
    "7 The image /../../etc/passwd lies outside the articles folder.",
    "8 The image link.png lies outside the articles folder.",
    "9 The image folder is not a file.",
    "10 The image pipe.png is not a file.",
    "11 The image zero.png lies outside the articles folder.",
    "12 The image text.png is no picture of a kind that is known.",
    "13 The image cut.png cannot be read as a picture: …",
    "14 The image none.png is not there.",
    "15 The image a.png is not a valid address.",
    "16 The image bomb.png is larger than 40 MB.",
  ]);
});

test("a picture that is not in the folder is looked for on the web, where the folder has an address", async () => {
  const folder = makeFolder({
    "posts/a.md": post("![x](/static/a.png) ![y](https://img.example.org/b.png)"),
  });

  const { image, html } = await folder.body("posts/a.md", { baseUrl: "https://example.org/blog/" });

  expect(image).toEqual({ kind: "remote", url: "https://example.org/static/a.png", alt: "x" });
  expect(html).toBe(
    '<p><img src="https://example.org/static/a.png" alt="x" /> <img src="https://img.example.org/b.png" alt="y" /></p>',
  );
});

test("resized pictures are kept, and a damaged one is made again", async () => {
  const folder = await makeImageFolder();
  folder.write("post/index.md", post("![A bridge](bridge.jpg)"));
  const cacheDir = path.join(folder.dir, ".cache");

  const [first] = (await folder.body("post/index.md", { cacheDir })).images;
  const [kept] = readdirSync(cacheDir);
  const [second] = (await folder.body("post/index.md", { cacheDir })).images;
  truncateSync(path.join(cacheDir, kept ?? ""), 1000);
  const [third] = (await folder.body("post/index.md", { cacheDir })).images;

  expect(second).toEqual(first);
  expect(third).toEqual(first);
  expect(readdirSync(cacheDir)).toEqual([kept]);
});

test("a film of more pictures than an email bears becomes its first one", async () => {
  const folder = makeFolder({ "a.md": post("![](long.gif) ![](heavy.gif)") });
  // 104 megapixels in all, of which sharp reads no more than 100.
  const long = { width: 2000, height: 2000 * 26, channels: 3, background: red, pageHeight: 2000 } as const;
  folder.write(
    "long.gif",
    await sharp({ create: long })
      .gif({ effort: 1, dither: 0, colours: 2, keepDuplicateFrames: true })
      .toBuffer(),
  );
  const short = { ...long, width: 50, height: 100, pageHeight: 50 };
  const film = await sharp({ create: short }).gif({ keepDuplicateFrames: true }).toBuffer();
  // What follows its end is no part of it, but of what would have to be read.
  folder.write("heavy.gif", Buffer.concat([film, Buffer.alloc(9_000_000)]));

  const { images, notes } = await folder.body();

  expect(notes).toEqual([]);
  expect(images.map(({ contentType, width, height }) => [contentType, width, height])).toEqual([
    ["image/png", 1200, 1200],
    ["image/png", 50, 50],
  ]);
}, 30_000);
