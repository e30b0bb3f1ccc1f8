/** Measures the first-load JavaScript of the exported pages (gzip) and fails above the budget of the dashboard. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET_BYTES = 300_000;
const PAGES = { dashboard: "index.html", sign_in: "login/index.html", workbench: "projects/_/index.html" };
const SCRIPT = /<script\b[^>]*\bsrc="(\/_next\/[^"]+)"[^>]*>/g;

let dashboardBytes = 0;
for (const [name, page] of Object.entries(PAGES)) {
  const html = readFileSync(join("out", page), "utf8");
  // `noModule` polyfills are not loaded by any browser that can run the app
  const sources = [...html.matchAll(SCRIPT)].filter(([tag]) => !/nomodule/i.test(tag)).map(([, src]) => src);
  const files = [...new Set(sources)].map((src) => join("out", src.split("?")[0])).filter(existsSync);
  const sizeBytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  console.log(`first_load_js_${name}_bytes: ${sizeBytes}`);
  dashboardBytes = name === "dashboard" ? sizeBytes : dashboardBytes;
}
if (dashboardBytes === 0 || dashboardBytes > BUDGET_BYTES) {
  console.error(`The dashboard loads ${dashboardBytes} bytes of JavaScript; the budget is ${BUDGET_BYTES}.`);
  process.exit(1);
}
