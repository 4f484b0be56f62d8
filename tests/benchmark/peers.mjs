// Other engines with the same text, photos, fonts and page size. Their sources are generated from the
// issue; an engine that cannot place text beside a photo places it below.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const FACES = { normal: '400Regular', bold: '700Bold', italics: '400Regular_Italic' };

/** Folder for the packages of this folder's package.json, separate from those of the project. */
const installFolderOf = (root) => join(root, 'output', 'benchmark');

/** Installs the engines that are npm packages. */
export function installPeers(root) {
  const folder = installFolderOf(root);
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', '.npmrc']) cpSync(join(here, name), join(folder, name));
  const { status } = spawnSync('npm', ['install'], { cwd: folder, stdio: 'inherit', shell: true });
  if (status !== 0) throw new Error(`npm install ended with ${status} in ${folder}`);
}

/** Finds the installed engines, each with its command and the path of its PDF. */
export async function findPeers(issue, { root, workFolder, folder }) {
  const output = join(workFolder, 'peers');
  mkdirSync(output, { recursive: true });
  const fonts = join(root, 'node_modules', '@expo-google-fonts', 'tinos');
  const pdf = (name) => join(output, `${name}.pdf`);
  const peers = [];
  const installed = installFolderOf(root);
  if (existsSync(join(installed, 'node_modules', '@myriaddreamin', 'typst-ts-node-compiler'))) {
    const source = join(workFolder, 'main.typ');
    writeFileSync(source, writeTypst(issue, folder, workFolder));
    const words = [join(here, 'typst.mjs'), installed, workFolder, source, fonts, pdf('typst')];
    peers.push({ name: 'Typst', command: [process.execPath, words], pdf: pdf('typst') });
  }
  const page = join(output, 'issue.html');
  writeFileSync(page, writeHtml(issue, folder, fonts));
  if (isInstalled('weasyprint')) {
    const command = ['weasyprint', [page, pdf('weasyprint')]];
    peers.push({ name: 'WeasyPrint', command, pdf: pdf('weasyprint') });
  }
  const chromium = process.env.CHROMIUM ?? 'chromium';
  if (isInstalled(chromium)) {
    const print = [`--print-to-pdf=${pdf('chromium')}`, '--no-pdf-header-footer'];
    const words = ['--headless', '--no-sandbox', ...print, pathToFileURL(page).href];
    peers.push({ name: 'Chromium', command: [chromium, words], pdf: pdf('chromium') });
  }
  return peers;
}

function isInstalled(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

function listArticles(issue) {
  return issue.sections.flatMap(({ country, articles }) =>
    articles.map((article, index) => {
      const { photo } = article;
      const file = typeof photo === 'string' ? photo : photo?.file;
      const paragraphs = article.body.trim().split(/\n\s*\n/);
      return { ...article, file, paragraphs, section: index === 0 ? country : undefined };
    }),
  );
}

function writeTypst(issue, folder, workFolder) {
  const text = (words) => words.replace(/[\\#$*_`<>@~[\]"'/=+-]/g, '\\$&').replace(/\s+/g, ' ');
  const parts = listArticles(issue).map(({ section, title, file, lead, paragraphs, source }) => [
    ...(section ? ['#pagebreak()', `= ${text(section)}`] : []),
    `== ${text(title)}`,
    ...(file ? [`#image("${join(folder, file).slice(workFolder.length)}", width: 7cm)`] : []),
    ...(lead ? [`*${text(lead)}*`] : []),
    ...paragraphs.map(text),
    `_${text(source)}_`,
  ]);
  return [
    '#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 25mm, right: 15mm), numbering: "1")',
    '#set text(font: "Tinos", size: 14pt, lang: "en", hyphenate: true)',
    '#set par(justify: true, first-line-indent: 35pt)',
    '#outline()',
    ...parts.flat(),
  ].join('\n\n');
}

function writeHtml(issue, folder, fonts) {
  const text = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const face = (style, weight, look) => {
    const name = FACES[style];
    const file = pathToFileURL(join(fonts, name, `Tinos_${name}.ttf`)).href;
    return `@font-face { font-family: Tinos; src: url("${file}"); font-weight: ${weight}; font-style: ${look} }`;
  };
  const parts = listArticles(issue).map(({ section, title, file, lead, paragraphs, source }) => [
    ...(section ? [`<h1>${text(section)}</h1>`] : []),
    `<h2>${text(title)}</h2>`,
    ...(file ? [`<img src="${pathToFileURL(join(folder, file)).href}" alt="">`] : []),
    ...(lead ? [`<p><b>${text(lead)}</b></p>`] : []),
    ...paragraphs.map((paragraph) => `<p>${text(paragraph)}</p>`),
    `<p><i>${text(source)}</i></p>`,
  ]);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Issue</title><style>
${face('normal', 400, 'normal')}
${face('bold', 700, 'normal')}
${face('italics', 400, 'italic')}
@page { size: A4; margin: 20mm 15mm 20mm 25mm }
body { font: 14pt Tinos; text-align: justify; hyphens: auto }
h1 { break-before: page } h2 { clear: both; font-size: 14pt }
p { margin: 0; text-indent: 35pt } img { float: left; width: 7cm; margin: 0 8pt 4pt 0 }
</style>${parts.flat().join('\n')}</html>\n`;
}
