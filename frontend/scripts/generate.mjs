/** Writes src/generated/openapi.d.ts from the committed openapi.json; with --check it only compares. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SOURCE = "../openapi.json";
const TARGET = "src/generated/openapi.d.ts";

function generate(target) {
  const { status } = spawnSync("node_modules/.bin/openapi-typescript", [SOURCE, "--output", target], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) {
    console.error(`generate: openapi-typescript could not read ${SOURCE}`);
    process.exit(1);
  }
}

if (process.argv.includes("--check")) {
  const scratch = mkdtempSync(join(tmpdir(), "openapi-"));
  const fresh = join(scratch, "openapi.d.ts");
  generate(fresh);
  const same = readFileSync(fresh, "utf8") === readFileSync(TARGET, "utf8");
  rmSync(scratch, { recursive: true });
  console.log(same ? "generate: in step with openapi.json" : "generate: drift, run `npm run generate`");
  process.exit(same ? 0 : 1);
}
generate(TARGET);
console.log(`generate: wrote ${TARGET}`);
