import { createServer, type Server } from 'node:http';
import { LOOPBACK } from './guard-request.ts';
import { handleRequest } from './handle-request.ts';
import { buildPageFiles } from './page-files.ts';
import {
  openPreviewSessions,
  type PreviewSessions,
  type SessionsContext,
} from './preview-sessions.ts';

/** The port that is tried first when none is given. */
const FIRST_PORT = 4380;
/** Number of ports that are tried, one after the other. */
const PORT_COUNT = 20;
/** Makes the system choose a free port. Source: Node.js documentation, `server.listen`. */
const ANY_PORT = 0;

/** A running preview. */
export interface Preview {
  /** Address for a browser. */
  readonly address: string;
  close(): Promise<void>;
}

/** The port is not available; the message says what to do. */
export class PortFailure extends Error {
  override readonly name = 'PortFailure';
}

/** Options of the preview server. */
export interface PreviewContext extends SessionsContext {
  /** The project's folder. */
  readonly root: string;
  /** The publication's name; the page uses its emblem and its colours. */
  readonly publication: string;
  /** The port, 0 for any free one; by default the first free one from 4380. */
  readonly port?: number | undefined;
}

/**
 * Serves the preview of issues, given the paths of their editions, on this machine only. The first
 * edition of the list is shown first.
 * @throws PortFailure
 */
export async function servePreview(
  files: readonly string[],
  context: PreviewContext,
): Promise<Preview> {
  const { root, publication, port, host } = context;
  const page = await buildPageFiles(root, publication, host);
  const sessions = openPreviewSessions(files, context);
  const server = createServer(
    (request, response) => void handleRequest(request, response, sessions, page),
  );
  try {
    const taken = await takePort(server, port);
    // Starts building the newest issue while the browser opens.
    await sessions.open();
    return { address: `http://${LOOPBACK}:${taken}/`, close: () => close(server, sessions) };
  } catch (error) {
    await sessions.close();
    throw error;
  }
}

async function takePort(server: Server, port: number | undefined): Promise<number> {
  const usual = Array.from({ length: PORT_COUNT }, (_, index) => FIRST_PORT + index);
  // Windows reserves ranges of a hundred ports, different ones on each machine.
  const ports = port === undefined ? [...usual, ANY_PORT] : [port];
  for (const [index, next] of ports.entries()) {
    try {
      return await listen(server, next);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isTaken = code === 'EADDRINUSE' || code === 'EACCES';
      if (!isTaken || index === ports.length - 1) {
        throw explain(error as NodeJS.ErrnoException, next);
      }
    }
  }
  throw new Error('No port was tried');
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function explain(error: NodeJS.ErrnoException, port: number) {
  const fix = 'Choose another with --port, or omit --port.';
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'is reserved by the system',
    EADDRINUSE: 'is in use, perhaps by another preview',
  };
  const reason = reasons[error.code ?? ''];
  return reason ? new PortFailure(`Port ${port} ${reason}. ${fix}`, { cause: error }) : error;
}

async function close(server: Server, sessions: PreviewSessions): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await Promise.all([closed, sessions.close()]);
}
