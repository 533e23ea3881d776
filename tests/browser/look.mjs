// Opens every page of a folder in one browser, and prints what it finds as JSON: { page: [what is wrong, …] }.
// node look.mjs FOLDER BROWSER [FOLDER FOR SCREENSHOTS]. Beside each page comes its print, as PDF.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [folder, executablePath, shots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// The page whose print is looked at.
const PRINTED = "dossier";
const VIEWS = [
  { width: 360, height: 740, colorScheme: "light" },
  { width: 360, height: 740, colorScheme: "dark" },
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 1280, height: 900, colorScheme: "dark" },
];

const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

async function judge(page, { width, height, colorScheme }) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  const { violations, overflow } = await page.evaluate(async () => ({
    violations: (await axe.run({ resultTypes: ["violations"], preload: false })).violations,
    overflow: document.documentElement.scrollWidth - innerWidth,
  }));
  const wrong = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  return overflow > 0 ? [...wrong, `scrolls sideways, by ${overflow} px`] : wrong;
}

async function look(context, name) {
  const page = await context.newPage();
  const wrong = [];
  const address = pathToFileURL(resolve(folder, `${name}.html`)).href;
  page.on("request", (request) => request.url() === address || wrong.push(`asks for ${request.url()}`));
  page.on("dialog", (dialog) => wrong.push(`a dialog: ${dialog.message()}`) && dialog.dismiss());
  await page.goto(address);
  for (const view of VIEWS) {
    const label = `${view.colorScheme}-${view.width}`;
    wrong.push(...(await judge(page, view)).map((what) => `${label}: ${what}`));
    if (shots) await page.screenshot({ path: join(shots, `${name}-${label}.png`), fullPage: true });
  }
  if (name === PRINTED) await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true });
  await page.close();
  return wrong;
}

const context = await browser.newContext();
await context.addInitScript({ content: axe });
const found = {};
const names = readdirSync(folder).filter((file) => file.endsWith(".html")).map((file) => file.slice(0, -5)).sort();
// Two at a time, for two cores.
const look_at_rest = async () => {
  for (let name; (name = names.shift()); ) found[name] = await look(context, name);
};
await Promise.all([look_at_rest(), look_at_rest()]);
console.log(JSON.stringify(found));
await browser.close();
