// Builds the sites once and runs the tests on them: all with `npm test`, one file with `npm test -- keyboard.test.mjs`.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { addressed, crowded, folder, plain } from "./site.mjs";

for (const site of [plain, addressed, crowded]) site();
const { status } = spawnSync(process.execPath, ["--test", "--test-reporter=spec", "--test-concurrency=2", ...process.argv.slice(2)], {
  cwd: dirname(fileURLToPath(import.meta.url)),
  env: { ...process.env, MINHBACH_SITES: folder },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
