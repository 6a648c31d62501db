import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

/** A real Chromium from npm, with launch arguments of our own: the package's bring the browser down with a page. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
  });
}

/** One page of a browser for all tests of a file; it is there once the first one begins. */
export function openPageForTests(): () => Page {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
  });
  return () => page;
}
