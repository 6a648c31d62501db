// Prints "N passed, N failed" from vitest's own JSON report; a suite that did not even load counts as failed.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const brokenSuites = report.testResults.filter(
  (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
);
console.log(`${report.numPassedTests} passed, ${report.numFailedTests + brokenSuites.length} failed`);
