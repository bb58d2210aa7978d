import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { launch } from './browser';

const LIBRARY = createRequire(import.meta.url).resolve('hash-wasm/dist/sha256.umd.min.js');
const WORKER = fileURLToPath(new URL('bareWorker.js', import.meta.url));
const SETTLE_MILLISECONDS = 1_000;

/** A run of bytes of the file with this number. */
export interface Part {
  readonly file: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Seconds that the browser needs for the work itself without Tabaqa: `workers` workers take the parts in turn, read, unpack if asked, and
 * hash them with hash-wasm. What the page takes beyond this is ours; what this takes beyond the native tools is the browser's and hash-wasm's.
 */
export async function bareLoop(
  url: string,
  files: readonly string[],
  parts: readonly Part[],
  { unpack, workers }: { unpack: boolean; workers: number },
): Promise<number> {
  const browser = await launch();
  try {
    const page = await browser.newPage({ bypassCSP: true });
    await page.goto(url);
    await page.setContent('<input type="file" multiple>');
    await page.locator('input').setInputFiles([...files]);
    await page.waitForTimeout(SETTLE_MILLISECONDS);
    const script = `${readFileSync(LIBRARY, 'utf8')}\n${readFileSync(WORKER, 'utf8')}`;
    return await page.evaluate(runParts, { script, parts, unpack, workers });
  } finally {
    await browser.close();
  }
}

/** In the page. */
async function runParts(job: {
  script: string;
  parts: readonly Part[];
  unpack: boolean;
  workers: number;
}): Promise<number> {
  const { files } = document.querySelector('input') ?? {};
  const address = URL.createObjectURL(new Blob([job.script]));
  const waiting = [...job.parts];
  const begin = performance.now();
  await Promise.all(
    // Named functions are given helpers by the compiler, which the page does not have.
    Array.from({ length: job.workers }, async () => {
      const worker = new Worker(address);
      for (let part = waiting.shift(); part; part = waiting.shift()) {
        const { start, end } = part;
        worker.postMessage({ file: files?.[part.file], start, end, unpack: job.unpack });
        await new Promise((resolve, reject) => {
          worker.onmessage = resolve;
          worker.onerror = (event) => reject(new Error(event.message));
        });
      }
      worker.terminate();
    }),
  );
  return (performance.now() - begin) / 1000;
}
