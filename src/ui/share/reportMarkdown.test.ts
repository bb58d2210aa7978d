import { expect, it } from 'vitest';
import { reportFile } from '../../../scripts/reportFile';
import { makeI18n } from '../../i18n/i18n';
import { reportMarkdown } from './reportMarkdown';
import { qrCode } from './qr';

it('a report has its images, their layers, and what does not hold', async () => {
  const text = reportMarkdown(JSON.stringify(await reportFile('public/samples/hello-flipped.tar')), makeI18n('en'));
  expect(text).toContain('# hello-flipped.tar');
  expect(text).toContain('- Verdict: `does-not-match`');
  expect(text).toMatch(/\| 4 \| `sha256:[0-9a-f]{64}` \|/);
  expect(text).toMatch(/## What does not hold[^]*mismatch/);
});

it('a QR code has its corners', () => {
  const { size, path } = qrCode('https://host.example/#/ladder?src=sample:hello-v1');
  // A quiet zone of four modules, then the first finder pattern, seven wide.
  expect(path).toMatch(/^M4 4h7v1h-7z/);
  expect(path).toContain(`M${size - 11} 4h7`);
});
