/** Collects the hashes of all inline scripts of the export into out/csp-hashes.json, for the API's CSP header. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const OUT = "out";
const INLINE = /<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;

const pages = readdirSync(OUT, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".html"),
);
const hashes = new Set();
for (const page of pages) {
  for (const [, body] of readFileSync(join(OUT, page), "utf8").matchAll(INLINE)) {
    if (body !== "") {
      hashes.add(`sha256-${createHash("sha256").update(body, "utf8").digest("base64")}`);
    }
  }
}
writeFileSync(join(OUT, "csp-hashes.json"), `${JSON.stringify([...hashes].sort(), null, 2)}\n`);
console.log(`csp-hashes: ${hashes.size} inline scripts in ${pages.length} pages`);
