import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPreviewServer, type PreviewServer } from '../../../src/cli/preview/preview-server.js';

describe('the server of a preview', () => {
  let server: PreviewServer;
  beforeEach(async () => {
    server = await openPreviewServer('Preview of "a" & <b>', 0);
    server.show({
      state: 'made',
      said: 'Made',
      problems: [],
      pages: [{ name: 'scrutiny', html: '<p>Pack</p>' }],
    });
  });
  afterEach(() => server.close());

  interface Answer {
    readonly status: number;
    readonly policy: string;
    readonly text: string;
  }

  function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
    const { hostname, port } = new URL(server.url);
    return new Promise((resolve, reject) => {
      request({ hostname, port, path, method, headers }, response => {
        let text = '';
        response.on('data', part => {
          text += part;
        });
        response.on('end', () => {
          const policy = String(response.headers['content-security-policy'] ?? '');
          resolve({ status: response.statusCode ?? 0, policy, text });
        });
      })
        .on('error', reject)
        .end();
    });
  }

  const path = (rest = '') => new URL(server.url).pathname + rest;

  it('gives its page, with a policy of its own, and the pack as it was made', async () => {
    const { status, text, policy } = await ask(path());
    expect(status).toBe(200);
    expect(text).toContain('<title>Preview of &quot;a&quot; &amp; &lt;b&gt;</title>');
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+';/);
    const pack = await ask(path('page/scrutiny.html'));
    expect(pack).toEqual({ status: 200, text: '<p>Pack</p>', policy: "frame-ancestors 'self'" });
  });

  it('when another name leads here, as a page of the internet may arrange it, then nothing is given', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${new URL(server.url).port}`,
      '127.0.0.1',
      '10.0.0.1',
    ]) {
      const { status, text } = await ask(path('page/scrutiny.html'), { Host: host });
      expect([host, status, text.includes('Pack')]).toEqual([host, 403, false]);
    }
    expect((await ask(path(), { Host: `localhost:${new URL(server.url).port}` })).status).toBe(200);
  });

  it('when somebody does not know the word in the address then nothing is given', async () => {
    const other = path().replace(/\w/, letter => (letter === 'a' ? 'b' : 'a'));
    for (const guess of ['/', '/page/scrutiny.html', '/events', other, path().slice(0, -1)])
      expect([guess, (await ask(guess)).status]).toEqual([guess, 403]);
  });

  it('when something else is asked for then it is not there', async () => {
    expect((await ask(path('page/other.html'))).status).toBe(404);
    expect((await ask(path('page/../../scorecard.yml'))).status).toBe(404);
    expect((await ask(path(), {}, 'POST')).status).toBe(405);
  });

  it('tells what has been made, and what is wrong with its place, in one line each', async () => {
    const heard: string[] = [];
    const { hostname, port } = new URL(server.url);
    const told = new Promise<void>(resolve => {
      request({ hostname, port, path: path('events') }, response => {
        response.on('data', part => {
          heard.push(String(part));
          if (heard.length === 1) {
            const place = { file: 'targets.csv', line: 3 };
            const problem = {
              severity: 'error',
              rule: 'no-number',
              message: 'Two\nlines\u202e.',
              place,
            } as const;
            server.show({ state: 'faulty', said: 'Not made', problems: [problem] });
          } else resolve();
        });
        response.on('error', () => {});
      })
        .on('error', () => {})
        .end();
    });
    await told;
    const [first, second] = heard.map(each => JSON.parse(each.replace('data: ', '')));
    expect(first).toEqual({ state: 'made', said: 'Made', number: 1, documents: ['scrutiny'], problems: [] });
    expect(second.problems).toEqual([
      { severity: 'error', rule: 'no-number', message: 'Two\\nlines\\u202e.', place: 'targets.csv:3' },
    ]);
  });

  it('when the port is taken then it says so', async () => {
    const { port } = new URL(server.url);
    await expect(openPreviewServer('Another', Number(port))).rejects.toThrow(
      `Port ${port} is used by another program. Leave --port out, and one that is free is taken.`,
    );
  });
});
