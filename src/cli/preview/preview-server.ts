import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { inOneLine } from '../../control-characters.js';
import type { PackPage } from '../../packs/make-pack.js';
import { formatPlace, type Problem, UserError } from '../../problems.js';
import { previewShell } from './shell.js';

/**
 * Shows a pack to a browser of this machine. Packs hold what is not for others, so it listens on loopback alone, answers
 * only to its own name, so that no page of the internet can have a name of its own lead here, and only to whoever knows the
 * word in its address, since others may be logged on to the same machine.
 */
export interface PreviewServer {
  readonly url: string;
  show(shown: Shown): void;
  /** Ends it, also where a browser still listens. */
  close(): Promise<void>;
}

/** What the page says, and which page it shows. */
export type Shown =
  | { readonly state: 'making'; readonly said: string }
  | { readonly state: 'faulty'; readonly said: string; readonly problems: readonly Problem[] }
  | {
      readonly state: 'made';
      readonly said: string;
      readonly problems: readonly Problem[];
      readonly pages: readonly Pick<PackPage, 'name' | 'html'>[];
    };

const LOOPBACK = '127.0.0.1';
const WORD_BYTES = 16;

/**
 * @param port 0 for any that is free
 * @throws UserError 2 where the port is taken
 */
export async function openPreviewServer(title: string, port: number): Promise<PreviewServer> {
  const word = randomBytes(WORD_BYTES).toString('base64url');
  const shell = previewShell(title);
  const listeners = new Set<ServerResponse>();
  let message = messageOf({ state: 'making', said: 'Making the page …' }, 0);
  let pages: ReadonlyMap<string, string> = new Map();
  let number = 0;

  const server = createServer((request, response) => {
    const path = pathBelow(request, word, actualPort());
    if (path === null) return refuse(response, 403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    if (path === '') return answer(response, shell.html, shell.policy);
    if (path === 'events') return listen(response);
    const html = pages.get(/^page\/(.+)\.html$/.exec(path)?.[1] ?? '');
    if (html === undefined) return refuse(response, 404);
    // The page has its own policy in it; that it is shown by nobody else is added here.
    answer(response, html, "frame-ancestors 'self'");
  });

  function listen(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
    response.write(message);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }

  function actualPort(): number {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(cannotListen(error, port)));
    server.listen(port, LOOPBACK, resolve);
  });
  return {
    url: `http://${LOOPBACK}:${actualPort()}/${word}/`,
    show: shown => {
      if (shown.state === 'made') {
        number += 1;
        pages = new Map(shown.pages.map(({ name, html }) => [name, html]));
      }
      message = messageOf(shown, number);
      for (const response of listeners) response.write(message);
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

function answer(response: ServerResponse, html: string, policy: string): void {
  const own = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
  response.writeHead(200, { ...HEADERS, ...own });
  response.end(html);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain' });
  response.end('Not here. Use the address that scorecard preview has printed.\n');
}

/** What is asked for behind the word; null for whoever does not know it, or came by another name. */
function pathBelow(request: IncomingMessage, word: string, port: number): string | null {
  const names = [LOOPBACK, 'localhost'].map(name => `${name}:${port}`);
  if (!names.includes(request.headers.host ?? '')) return null;
  const [path = ''] = (request.url ?? '').split('?');
  const [, given = '', ...rest] = path.split('/');
  return isSame(given, word) && rest.length > 0 ? rest.join('/') : null;
}

function isSame(given: string, word: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(word)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function messageOf(shown: Shown, number: number): string {
  const problems = shown.state === 'making' ? [] : shown.problems;
  const told = problems.map(({ severity, place, message, rule }) => ({
    severity,
    place: place ? inOneLine(formatPlace(place)) : '',
    message: inOneLine(message),
    rule,
  }));
  const documents = shown.state === 'made' ? shown.pages.map(({ name }) => name) : [];
  const { state, said } = shown;
  const text = JSON.stringify({ state, said, number, documents, problems: told });
  return `data: ${text}\n\n`;
}

function cannotListen(error: Error, port: number): Error {
  const code = 'code' in error ? String(error.code) : '';
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error;
  const why = code === 'EACCES' ? 'may not be used here' : 'is used by another program';
  return UserError.of(
    2,
    'port-taken',
    `Port ${port} ${why}. Leave --port out, and one that is free is taken.`,
  );
}
