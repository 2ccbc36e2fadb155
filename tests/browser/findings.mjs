// What a test found wrong, said in lines that a person can work through.
import assert from "node:assert/strict";

/** Fails with the findings, but not with more lines than can be read: a mistake of the layout stands on every page. */
export function none(findings, most = 40) {
  if (!findings.length) return;
  const rest = findings.length > most ? `\n... and ${findings.length - most} more` : "";
  assert.fail(`${findings.length} found:\n${findings.slice(0, most).join("\n")}${rest}`);
}
