// Typst as a process of its own: workspace, source, folder of fonts, PDF.
import { writeFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [workspace, source, fonts, pdf] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(pdf, compiler.pdf({ mainFilePath: source }));
