/** Runs the seven import rules, and fails when the cruiser read no module (a gate that checks nothing). */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const MIN_MODULES = 20;
const cruiser = fileURLToPath(new URL("../node_modules/.bin/depcruise", import.meta.url));
const { stdout, stderr, status } = spawnSync(
  cruiser,
  ["src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"],
  { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
);
if (status === null || !stdout) {
  console.error(stderr);
  process.exit(1);
}
const { summary } = JSON.parse(stdout);
for (const violation of summary.violations) {
  console.error(`${violation.rule.name}: ${violation.from} -> ${violation.to}`);
}
console.log(`depcruise: ${summary.totalCruised} modules, ${summary.violations.length} violations`);
if (summary.totalCruised < MIN_MODULES) {
  console.error(`Only ${summary.totalCruised} modules were read: the gate would check nothing.`);
  process.exit(1);
}
process.exit(summary.violations.length === 0 ? 0 : 1);
