/** Every page renders, says what it is about, and leads only to pages that exist. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createServer } from "vite";
import { PAGES } from "./pages.js";

let server;
let render;

before(async () => {
  // The switch between light and dark asks the document which of them is on.
  globalThis.document = { documentElement: { dataset: {} } };
  server = await createServer({
    appType: "custom",
    configFile: false,
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  ({ render } = await server.ssrLoadModule("/tests/render.tsx"));
});

after(() => server?.close());

const SIGNS = { "&amp;": "&", "&#x27;": "'", "&quot;": '"', "&lt;": "<", "&gt;": ">" };

function headings(html, levels = "1-3") {
  const found = html.matchAll(new RegExp(`<h[${levels}][^>]*>([^<]*)</h`, "g"));
  return [...found].map((match) => match[1].replace(/&[^;]+;/g, (sign) => SIGNS[sign] ?? sign));
}

for (const page of PAGES) {
  test(`${page.address} shows what is on it`, () => {
    const html = render(page.address);
    assert.deepEqual(headings(html), page.headings);
    assert.equal(headings(html, "1").length, 1);
  });

  test(`${page.address} leads only to pages that exist`, () => {
    const addresses = [...render(page.address).matchAll(/href="(\/[^"]*)"/g)].map((match) => match[1]);
    assert.ok(addresses.includes("/"));
    for (const address of addresses) assert.ok(address === "/" || PAGES.some((other) => other.address === address), address);
  });
}

test("an unknown address says so", () => {
  assert.deepEqual(headings(render("/no-such-page")), ["There is nothing here"]);
});
