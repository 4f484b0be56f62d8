import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from '@jest/globals';
import rpc from 'vscode-jsonrpc/node.js';
import { root } from './project-root.ts';

/** A diagnostic of yaml-language-server; lines and columns count from 0, as in LSP. */
export interface Mark {
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
}
/** A completion item. */
export interface Offer {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
  readonly insertText?: string;
}

/** A running yaml-language-server. ‸ in a text marks the cursor. */
export interface LanguageServer {
  /** Returns the diagnostics of a text. */
  marksOf(text: string): Promise<Mark[]>;
  /** Returns the completion items at the cursor. */
  offersAt(text: string): Promise<Offer[]>;
  /** Returns the hover text at the cursor as Markdown. */
  hoverAt(text: string): Promise<string>;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

const PROGRAM = join(root, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server');

/** The project's settings for VS Code, by their dotted names. */
const PROJECT_SETTINGS = JSON.parse(
  readFileSync(join(root, '.vscode', 'settings.json'), 'utf8'),
) as Record<string, unknown>;

const running: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(running.map((stop) => stop())));

/**
 * Starts yaml-language-server as a text editor does, over standard input and output. It stops after the tests
 * of the file that calls this. Texts are opened as unsaved issues of the project.
 * `folders` is the beginning of the names of their folders.
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
  /** Returns a new URI for every text, so that answers to earlier texts are not confused with its own. */
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

/** Returns a section of dotted settings as VS Code sends it: `yaml.hover: true` as { hover: true }. */
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
