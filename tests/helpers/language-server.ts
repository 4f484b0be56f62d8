import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from '@jest/globals';
import rpc from 'vscode-jsonrpc/node.js';
import { root } from './project-root.ts';

/** What yaml-language-server says of a place; lines and columns count from 0, as in LSP. */
export interface Mark {
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
}
/** What may be written at a place. */
export interface Offer {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
  readonly insertText?: string;
}

/** A running yaml-language-server; ‸ in a text is the place that is asked about. */
export interface LanguageServer {
  /** What is marked in a text. */
  marksOf(text: string): Promise<Mark[]>;
  /** What is offered at a place. */
  offersAt(text: string): Promise<Offer[]>;
  /** What is shown over a place, as Markdown. */
  hoverAt(text: string): Promise<string>;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

const PROGRAM = join(root, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server');

/** The settings that the project gives to VS Code, by their dotted names. */
const PROJECT_SETTINGS = JSON.parse(
  readFileSync(join(root, '.vscode', 'settings.json'), 'utf8'),
) as Record<string, unknown>;

const running: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(running.map((stop) => stop())));

/**
 * Starts yaml-language-server as an editing program does, over its standard input and output; it
 * ends with the tests of the file that asks for it. Texts are opened as issues of the project that
 * are not on the disk; `folders` is the beginning of the names of their folders.
 */
export async function startLanguageServer(
  settings = PROJECT_SETTINGS,
  folders = '2031-',
): Promise<LanguageServer> {
  const server = spawn(process.execPath, [PROGRAM, '--stdio'], { stdio: 'pipe' });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(server.stdout),
    new rpc.StreamMessageWriter(server.stdin),
  );
  running.push(async () => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    connection.dispose();
  });
  const marks = new Map<string, (found: Mark[]) => void>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) =>
    marks.get(uri)?.(diagnostics),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) => sectionOf(settings, section)),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const workspace = { uri: pathToFileURL(root).href, name: 'project' };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: workspace.uri,
    workspaceFolders: [workspace],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        hover: { contentFormat: ['markdown'] },
      },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });

  let opened = 0;
  /** A name of its own for every text, so that no answer to an earlier one is taken for its. */
  const nextUri = () =>
    pathToFileURL(join(root, 'issues', `${folders}${++opened}`, 'issue.yaml')).href;
  const open = (uri: string, text: string) =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
  const ask = async <Answer>(method: string, text: string): Promise<Answer> => {
    const { before, whole } = splitAtCursor(text);
    const uri = nextUri();
    await open(uri, whole);
    const lines = before.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return connection.sendRequest<Answer>(method, {
      textDocument: { uri },
      position,
    });
  };
  return {
    async marksOf(text) {
      const uri = nextUri();
      const found = new Promise<Mark[]>((resolve) => marks.set(uri, resolve));
      await open(uri, text);
      return found;
    },
    async offersAt(text) {
      const { items } = await ask<{ items: Offer[] }>('textDocument/completion', text);
      return items;
    },
    async hoverAt(text) {
      const hover = await ask<{ contents: { value: string } } | null>('textDocument/hover', text);
      return hover?.contents.value ?? '';
    },
  };
}

const CURSOR = '‸';

function splitAtCursor(text: string): { before: string; whole: string } {
  const at = text.indexOf(CURSOR);
  if (at < 0) throw new Error(`The text has no ${CURSOR}`);
  const before = text.slice(0, at);
  return { before, whole: before + text.slice(at + CURSOR.length) };
}

/** A section of dotted settings as VS Code hands it over: `yaml.hover: true` as { hover: true }. */
function sectionOf(settings: Record<string, unknown>, section: string): unknown {
  if (section in settings) return settings[section];
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(settings)) {
    if (!name.startsWith(`${section}.`)) continue;
    const [first = '', second] = name.slice(section.length + 1).split('.');
    result[first] = second ? { ...(result[first] as object), [second]: value } : value;
  }
  return result;
}
