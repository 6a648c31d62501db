// Makes the pictures of the README from real output: builds the sample articles and photographs the page in Chromium.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";
import sharp from "sharp";

const root = join(import.meta.dirname, "..");
const pictures = join(import.meta.dirname, "pictures");

/** The day the sample articles end: the pictures are the same whenever they are made. */
const clock = "2026-11-22T07:00:00Z";

interface View {
  readonly width: number;
  readonly height: number;
  readonly scheme: "light" | "dark";
}

const desktop: View = { width: 760, height: 1240, scheme: "light" };
const phone: View = { width: 375, height: 812, scheme: "dark" };
const gap = 40;

const folder = mkdtempSync(join(tmpdir(), "gazette-pictures-"));
try {
  const build = spawnSync(
    process.execPath,
    [join(root, "bin", "gazette.js"), "build", "--now", clock, "--out", folder],
    {
      cwd: root,
      stdio: "inherit",
    },
  );
  if (build.status !== 0) throw new Error("The sample digest could not be built.");
  mkdirSync(pictures, { recursive: true });
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
  });
  try {
    const page = pathToFileURL(join(folder, "digest", clock.slice(0, 10), "index.html")).href;
    await compose(await photograph(browser, page, desktop), await photograph(browser, page, phone));
  } finally {
    await browser.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function photograph(browser: Browser, url: string, { width, height, scheme }: View): Promise<Buffer> {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    deviceScaleFactor: 2,
  });
  await page.goto(url);
  return page.screenshot();
}

/** The desktop page at the left, the phone at the right, on one ground. */
async function compose(desktopShot: Buffer, phoneShot: Buffer): Promise<void> {
  const width = (gap * 3 + desktop.width + phone.width) * 2;
  const height = (gap * 2 + desktop.height) * 2;
  const composed = await sharp({ create: { width, height, channels: 3, background: "#d9d4c8" } })
    .composite([
      { input: desktopShot, left: gap * 2, top: gap * 2 },
      {
        input: phoneShot,
        left: (gap * 2 + desktop.width) * 2,
        top: (gap + desktop.height - phone.height) * 2,
      },
    ])
    .png()
    .toBuffer();
  await sharp(composed)
    .resize({ width: width / 2 })
    .jpeg({ quality: 86, mozjpeg: true })
    .toFile(join(pictures, "digest.jpg"));
}
