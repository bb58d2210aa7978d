import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, serveOnFreePort } from './serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html>');
  site = await serve(join(folder, 'dist'), { port: 0, base: '/a b/' });
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** The status for a request target sent as it is, which `fetch` would tidy up. */
function status(target: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port: site.port, path: target }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

describe('serve', () => {
  it('gives the files of its folder, under its path', async () => {
    expect(await status('/a%20b/')).toBe(200);
    expect(await status('/a%20b/index.html?x=1')).toBe(200);
    expect((await fetch(site.url)).headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it.each([
    '/',
    '/index.html',
    '/a%20b/none',
    '/a%20b/../../secret.txt',
    '/a%20b/..%2f..%2fsecret.txt',
    '/a%20b/%00',
    '/%E0%A4%A',
  ])('has nothing at %s', async (target) => {
    expect(await status(target)).toBe(404);
  });

  it('says when the port is taken', async () => {
    await expect(serve(folder, { port: site.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('further files', () => {
  it('are served under the path they are given, and on the next port when one is taken', async () => {
    const files = new Map([['file/token/ط.txt', join(folder, 'secret.txt')]]);
    const second = await serveOnFreePort(join(folder, 'dist'), { port: site.port, files });
    expect(second.port).toBeGreaterThan(site.port);
    expect(await (await fetch(`${second.url}file/token/%D8%B7.txt`)).text()).toBe('secret');
    expect((await fetch(`${second.url}file/other/%D8%B7.txt`)).status).toBe(404);
    expect((await fetch(second.url)).status).toBe(200);
    await second.close();
  });
});
