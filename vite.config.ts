import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import * as v from 'valibot';
import type { InlineConfig, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { linkCard } from './scripts/build/linkCard.ts';
import { offline } from './scripts/build/offline.ts';
import { singleFile } from './scripts/singleFile.ts';

/**
 * What the built page may do. A worker made from a blob: URL inherits this policy, which one loaded by URL would not. Which hosts may be read is left
 * to the page's first script, `early.js`, which writes `connect-src data:` (no network: a decoder loads its own code from a data: URL), and one origin
 * where a link names it and the reader has agreed; `app/policy.ts` sees to it where that script did not run. `worker-src 'self'` is for the service worker, which asks for nothing but the page's own files.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src blob: 'self'",
  "manifest-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' data: https: http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts the policy in front of everything else in the built page. The development server needs inline scripts and goes without. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
      ],
    },
  };
}

const SampleIndex = v.array(v.object({ name: v.string(), file: v.string(), size: v.number() }));

/** `virtual:samples`: the built-in samples inside the page's own code, so that opening one is no request. */
function samples(): Plugin {
  const id = 'virtual:samples';
  const folder = new URL('./public/samples/', import.meta.url);
  return {
    name: 'samples',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null;
      const index = new URL('index.json', folder);
      this.addWatchFile(index.pathname);
      const listed = v.parse(SampleIndex, JSON.parse(readFileSync(index, 'utf8')));
      const packed = listed.map(({ name, file, size }) => {
        const gzip = gzipSync(readFileSync(new URL(file, folder)), { level: 9 });
        return { name, file, size, gzipBase64: gzip.toString('base64') };
      });
      return `export const samples = ${JSON.stringify(packed)};`;
    },
  };
}

const page = {
  base: './',
  plugins: [react(), contentSecurityPolicy(), samples(), linkCard(process.env['SITE_URL'])],
  worker: { format: 'iife' },
} as const;

/** The page as one file: no code and no font is left outside. */
function singlePage(): InlineConfig {
  return {
    ...page,
    plugins: [...page.plugins],
    build: {
      target: 'es2023',
      write: false,
      copyPublicDir: false,
      chunkSizeWarningLimit: 4_000,
      modulePreload: false,
      assetsInlineLimit: () => true,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  };
}

export default defineConfig({
  ...page,
  plugins: [...page.plugins, offline(new URL('./public/', import.meta.url)), singleFile(singlePage)],
  build: {
    target: 'es2023',
    // Files that come after the first screen would else bring their styles in another order.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 1_500,
    license: { fileName: 'licences.md' },
    // The polyfill fetches, which the policy forbids and no supported browser needs.
    modulePreload: { polyfill: false },
    // `font-src 'self'` has no data: URLs.
    assetsInlineLimit: (file) => (/\.woff2?$/.test(file) ? false : undefined),
  },
  test: {
    environment: 'node',
    // Slow machines are no failures: speed is measured by the benchmark.
    testTimeout: 60_000,
    // Vitest leaves a core to whoever watches; here nobody does.
    maxWorkers: '100%',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
  },
});
