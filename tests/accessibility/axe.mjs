// Opens HTML files in Chromium, wide and as on a phone, and lets axe-core judge them: WCAG 2.2 A and AA, good practice.
//
//   npm install --no-save playwright-core axe-core
//   node tests/accessibility/axe.mjs lembar/*.html [--shots FOLDER]
//
// Exit code 1 when a rule is broken or a page is wider than its window. CHROMIUM names another browser than the usual.

import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(resolve("package.json"));
const { chromium } = require("playwright-core");
const WINDOWS = { wide: { width: 1100, height: 1400 }, phone: { width: 390, height: 844 } };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const given = process.argv.slice(2);
const at = given.indexOf("--shots");
const shots = at < 0 ? null : given.splice(at, 2)[1];
if (shots) mkdirSync(shots, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let broken = 0;
for (const file of given) {
  for (const [name, viewport] of Object.entries(WINDOWS)) {
    // the page's own policy lets no script run; the judge is let in beside it
    const page = await browser.newPage({ viewport, bypassCSP: true });
    await page.goto(pathToFileURL(resolve(file)).href);
    if (shots) await page.screenshot({ path: `${shots}/${basename(file, ".html")}-${name}.png`, fullPage: true });
    await page.addScriptTag({ path: require.resolve("axe-core") });
    const { violations } = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), RULES);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (const each of violations) {
      console.log(`${file} (${name}): ${each.impact} ${each.id}: ${each.help}`);
      for (const node of each.nodes.slice(0, 3)) console.log(`    ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`);
    }
    if (wide > 0) console.log(`${file} (${name}): the page is ${wide} pixels wider than its window`);
    broken += violations.length + (wide > 0 ? 1 : 0);
    await page.close();
  }
}
await browser.close();
console.log(`${given.length} pages, ${broken} broken rules`);
process.exit(broken ? 1 : 0);
