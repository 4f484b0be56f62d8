import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createNodeHost } from '../../src/host/node-host.ts';
import { PortFailure, type Preview, servePreview } from '../../src/preview/serve-preview.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { theme } from '../helpers/read-template.ts';

const PDF = Buffer.from('%PDF-1.7 of the issue');
const nothing = { document: undefined, name: undefined, problems: [], sources: new Map() };
const rendered = { bytes: PDF, lines: [], pictures: [], pageHashes: ['a'] };
const report = { sha256: 'a1', summary: '3 events', language: 'en' };

/** Serves a preview of two valid issues. */
function serve(port?: number): Promise<Preview> {
  const files = ['/desk/2025-01/issue.yaml', '/desk/2024-19/issue.yaml'];
  const host = createMemoryHost(Object.fromEntries(files.map((file) => [file, 'text'])), {
    readFile: createReader(),
  });
  return servePreview(files, {
    host,
    root,
    publication: 'information-release',
    port,
    openPipeline: () => ({
      renderIssue: async () => ({ ...nothing, issue: { rendered, report } }) as never,
    }),
    isTemplate: () => false,
    ignores: () => false,
    languageOf: async () => 'en',
    displayPath: (path) => path,
  });
}

/** Reads the page's files from src/. */
function createReader() {
  const { readFile } = createNodeHost();
  return readFile;
}

interface TextResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

describe('the server', () => {
  let preview: Preview;
  beforeAll(async () => {
    preview = await serve(0);
  });
  afterAll(() => preview.close());

  function ask(
    path: string,
    headers = {},
    method = 'GET',
    host = '127.0.0.1',
    body = '',
  ): Promise<TextResponse> {
    const { port } = new URL(preview.address);
    return new Promise((resolve, reject) => {
      const asking = request({ host, port, path, headers, method, timeout: 2000 }, (response) => {
        let text = '';
        const done = () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        response.on('data', (chunk) => {
          text += chunk;
          // A stream of events does not end.
          if (path.startsWith('/events') && text.includes('"phase":"ready"')) {
            done();
            asking.destroy();
          }
        });
        response.on('end', done);
      });
      asking.on('error', reject);
      asking.end(body);
    });
  }

  test('serves the page and its files', async () => {
    for (const [path, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/page.js', 'text/javascript; charset=utf-8'],
      ['/page.css', 'text/css; charset=utf-8'],
      ['/pdf.mjs', 'text/javascript; charset=utf-8'],
      ['/pdf.worker.mjs', 'text/javascript; charset=utf-8'],
      ['/emblem.svg', 'image/svg+xml'],
    ] as const) {
      const { status, headers, text } = await ask(path);
      expect([path, status, headers['content-type']]).toEqual([path, 200, type]);
      expect(text.length).toBeGreaterThan(1000);
    }
  });

  test('the page takes its colours from the theme, not from its own style sheets', async () => {
    const { text } = await ask('/page.css');
    const palette = Object.entries(theme.colors);
    expect(palette.length).toBeGreaterThan(0);
    for (const [name, colour] of palette) expect(text).toContain(`--theme-${name}:${colour};`);
    const sheets = ['page', 'bar', 'sheets', 'problems'].map((name) =>
      readFileSync(join(root, 'src', 'preview', 'page', `${name}.css`), 'utf8'),
    );
    // White is the colour of paper, which the style sheets may use.
    const own = palette.filter(([, colour]) => colour !== '#ffffff');
    for (const [, colour] of own) expect(sheets.join('').toLowerCase()).not.toContain(colour);
  });

  test('the page has no inline scripts or styles, and loads nothing from other addresses', async () => {
    const { text } = await ask('/');
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=|javascript:/i);
    expect(text).not.toMatch(/\b(src|href)="(?!\/[^/])/);
  });

  test('sends the state of the named issue, or of the first one', async () => {
    const first = JSON.parse(
      (await ask('/events')).text.match(/^data: (.*"ready".*)$/m)?.[1] ?? '',
    );
    expect(first).toMatchObject({
      issue: { name: '2025-01', start: '2025-01' },
      edition: { name: '2025-01', file: '/desk/2025-01/issue.yaml', label: 'English' },
      document: { language: 'en', hash: 'a1', summary: '3 events', pageHashes: ['a'] },
    });
    expect(first.issues.map(({ name }: { name: string }) => name)).toEqual(['2025-01', '2024-19']);
    expect((await ask('/events?issue=2024-19')).text).toContain('"name":"2024-19"');
  });

  test('serves a PDF by its hash only', async () => {
    await ask('/events?issue=2024-19');
    const { status, headers, text } = await ask('/pdf/a1?issue=2024-19');
    expect([status, headers['content-type'], text]).toEqual([200, 'application/pdf', String(PDF)]);
    expect((await ask('/pdf/b2?issue=2024-19')).status).toBe(404);
  });

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '//etc/passwd',
    '/page.ts',
    '/desk/2024-19/issue.yaml',
    '/pdf/../../package.json',
    '/pdf/%2e%2e%2f%2e%2e%2fpackage.json',
    '/events?issue=../2024-19',
    '/events?issue=__proto__',
    '/constructor',
    '/?a=b?c=d/../../etc/passwd%00',
    '/%',
  ])('does not use an address as a path: %s', async (path) => {
    const { status, text } = await ask(path);
    if (path.startsWith('/?')) expect(text).toContain('<!doctype html>');
    else expect([status, text.split('\n').length]).toEqual([404, 2]);
  });

  test('every response has a security policy that allows only the page’s own files', async () => {
    for (const path of ['/', '/page.js', '/nowhere', '/pdf/a1']) {
      const { headers } = await ask(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('accepts only host names of this machine', async () => {
    const { port } = new URL(preview.address);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'LOCALHOST']) {
      expect([host, (await ask('/', { host })).status]).toEqual([host, 200]);
    }
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example']) {
      const { status, text } = await ask('/', { host });
      expect([host, status]).toEqual([host, 403]);
      expect(text).not.toContain('<html');
    }
  });

  test('rejects requests of other sites, and methods other than GET and HEAD', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect((await ask('/pdf/a1', foreign)).status).toBe(403);
    expect((await ask('/', { ...foreign, 'sec-fetch-mode': 'navigate' })).status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await ask('/', {}, method)).status).toBe(405);
    expect((await ask('/', {}, 'HEAD')).text).toBe('');
  });

  describe('an edit', () => {
    const body = '{"undo":true}';
    const own = () => ({
      'sec-fetch-site': 'same-origin',
      origin: new URL(preview.address).origin,
      'content-type': 'application/json',
    });
    const post = (headers: Record<string, string>, text = body, path = '/edits') =>
      ask(path, headers, 'POST', '127.0.0.1', text);

    test('of the own page is answered', async () => {
      // The file is in memory, and this host reads from the disk.
      const { status, text } = await post(own());
      expect([status, text]).toEqual([409, expect.stringMatching(/^The file cannot be read/)]);
      expect((await post(own(), body, '/edits?issue=2024-19')).status).toBe(409);
    });

    test.each([
      ['another site', { 'sec-fetch-site': 'cross-site' }],
      ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
      ['a bookmark', { 'sec-fetch-site': 'none' }],
      ['another origin', { origin: 'http://evil.example' }],
      ['another origin with the same name', { origin: 'https://127.0.0.1' }],
      ['a sandboxed page', { origin: 'null' }],
      ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
      ['a form of plain text', { 'content-type': 'text/plain' }],
      ['another host name', { host: 'evil.example' }],
    ])('of %s is refused', async (_, headers) => {
      expect((await post({ ...own(), ...headers })).status).toBe(403);
    });

    test.each(['sec-fetch-site', 'origin', 'content-type'])(
      'without %s is refused',
      async (name) => {
        const { [name as 'origin']: _, ...headers } = own();
        expect((await post(headers as Record<string, string>)).status).toBe(403);
      },
    );

    test('is refused if it is too long, something else, or for no edition', async () => {
      expect((await post(own(), ' '.repeat(10_000))).status).toBe(413);
      expect((await post(own(), '{"changes":[]}')).status).toBe(400);
      expect((await post(own(), body, '/edits?issue=../2024-19')).status).toBe(404);
      expect((await post(own(), body, '/pdf/a1')).status).toBe(405);
      expect((await ask('/edits')).status).toBe(405);
    });
  });

  test('listens on the loopback address only', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others)
      await expect(ask('/', {}, 'GET', address)).rejects.toThrow(/ECONNREFUSED/);
    expect(new URL(preview.address).hostname).toBe('127.0.0.1');
  });

  test('a given port that is in use is a failure that says what to do', async () => {
    const port = Number(new URL(preview.address).port);
    const failure = serve(port);
    await expect(failure).rejects.toThrow(PortFailure);
    await expect(failure).rejects.toThrow(
      `Port ${port} is in use, perhaps by another preview. Choose another with --port, or omit --port.`,
    );
  });
});

test('without a port the first free one is used', async () => {
  const first = await serve();
  const second = await serve();
  const ports = [first, second].map(({ address }) => Number(new URL(address).port));
  await Promise.all([first.close(), second.close()]);
  expect(ports[1]).toBeGreaterThan(ports[0] ?? 0);
});

test('without a port any free one is used if the system reserves the usual ones', async () => {
  const listen = Server.prototype.listen as (...given: unknown[]) => Server;
  const refused: number[] = [];
  const spy = jest.spyOn(Server.prototype, 'listen').mockImplementation(function (
    this: Server,
    ...given: unknown[]
  ) {
    const [{ port }] = given as [{ port: number }];
    if (port === 0) return listen.apply(this, given);
    refused.push(port);
    setImmediate(() => this.emit('error', Object.assign(new Error('no'), { code: 'EACCES' })));
    return this;
  });
  try {
    const taken = await serve();
    expect(Number(new URL(taken.address).port)).toBeGreaterThan(0);
    await taken.close();
    expect(refused).toHaveLength(20);
    await expect(serve(4380)).rejects.toThrow('Port 4380 is reserved by the system.');
  } finally {
    spy.mockRestore();
  }
});
