import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../core/limits';
import { safeName } from './safeName';

describe('the name of a download', () => {
  it.each([
    ['blobs/sha256/8a1c', '8a1c'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\x.json', 'x.json'],
    ['folder/', 'folder'],
    ['..', 'file'],
    ['', 'file'],
    ['.bashrc', 'bashrc'],
    ['a.tar. . ', 'a.tar'],
    ['CON', '_CON'],
    ['nul.tar.json', '_nul.tar.json'],
    ['com¹', '_com¹'],
    ['console.json', 'console.json'],
    ['run.lnk', 'run.lnk.bin'],
    ['photo\u202egpj.exe', 'photogpj.exe.bin'],
    ['a\u0000b\u200bc\ufeffd\u{e0041}.json', 'abcd.json'],
    ['a:b*c?.json', 'a_b_c_.json'],
    ['دليل.json', 'دليل.json'],
    ['\ud800.json', 'json'],
    [`${'a'.repeat(196)}.exe${'b'.repeat(30)}`, `${'a'.repeat(196)}.bin`],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('keeps its extension when it is cut', () => {
    const safe = safeName(`${'ط'.repeat(300)}.report.json`);
    expect(safe).toMatch(/^ط+\.json$/);
    expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(LIMITS.downloadNameBytes);
  });

  it('is harmless, whatever it comes from', () => {
    const odd = fc.constantFrom('../', 'con', '.lnk', '.', ' ', '\u202e', '\\', ':', 'a'.repeat(300));
    const names = fc
      .array(fc.oneof(odd, fc.string({ unit: 'binary' })), { maxLength: 6 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(names, (name) => {
        const safe = safeName(name);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]|^[. ]|[. ]$|^$/u);
        expect(safe).not.toMatch(/\.(?:lnk|exe|url)$/i);
        expect(safe).not.toMatch(/^(?:con|nul|com1)(?:\.|$)/i);
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(LIMITS.downloadNameBytes);
        expect(safeName(safe)).toBe(safe);
      }),
    );
  });
});
