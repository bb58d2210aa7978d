import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { build, type InlineConfig, type Plugin } from 'vite';

/** The name of the page as one file. */
const NAME = 'tabaqa.html';

/** Text that would end a script, or begin a comment in it, as HTML reads it; the same to JavaScript, in strings and regular expressions. */
function inScript(code: string): string {
  return code.replace(/<(?=\/script|script|!--)/gi, String.raw`\x3c`);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * Puts everything that a page loads into its text. Its policy names the very scripts and styles by their hashes, and has no network: nothing can be
 * added to the page without the browser refusing it.
 */
export function singleFileHtml(html: string, parts: { early: string; code: string; styles: string }): string {
  const early = inScript(parts.early);
  const code = inScript(parts.code);
  const styles = parts.styles.replace(/,\s*url\(data:font\/woff;[^)]*\)\s*format\(["']?woff["']?\)/g, '');
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(early)} ${hashOf(code)} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src ${hashOf(styles)}`,
    'img-src data: blob:',
    'font-src data:',
    'connect-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const whole = html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, () => meta(policy))
    .replace('<html ', '<html data-single ')
    .replace(/<script src="[^"]*early\.js"><\/script>/, () => `<script>${early}</script>`)
    .replace(/\s*<script type="module"[^>]*><\/script>/, '')
    .replace(/\s*<link rel="(?:manifest|apple-touch-icon)"[^>]*>/g, '')
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${styles}</style>`)
    .replace('</body>', () => `<script type="module">${code}</script>\n  </body>`);
  if (!whole.includes(hashOf(code)) || /<(?:script|link)[^>]*(?:src|href)="\.?\//.test(whole.replace(code, ''))) {
    throw new Error('the page as one file still loads something');
  }
  return whole;
}

function meta(policy: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}

/** After the page is built, builds it once more with `config` as one file beside it. */
export function singleFile(config: () => InlineConfig): Plugin {
  let folder = '';
  return {
    name: 'single-file',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => void (folder = `${root}/${outDir}`),
    closeBundle: {
      sequential: true,
      async handler() {
        const built = await build({ ...config(), configFile: false, logLevel: 'warn' });
        const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
          'output' in each ? each.output : [],
        );
        const textOf = (extension: string): string => {
          const found = outputs.filter(({ fileName }) => fileName.endsWith(extension));
          const [only] = found;
          if (!only || found.length > 1) throw new Error(`${found.length} files of ${extension} for one page`);
          return only.type === 'chunk' ? only.code : String(only.source);
        };
        const early = readFileSync(`${folder}/early.js`, 'utf8');
        const parts = { early, code: textOf('.js'), styles: textOf('.css') };
        writeFileSync(`${folder}/${NAME}`, singleFileHtml(textOf('.html'), parts));
      },
    },
  };
}
