// Runs Typst in a separate process. Arguments: install folder, workspace, source file, font folder, PDF.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [installed, workspace, source, fonts, pdf] = process.argv.slice(2);
const require = createRequire(join(installed, 'package.json'));
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(pdf, compiler.pdf({ mainFilePath: source }));
