import { describe, expect, it } from 'vitest';
import type { Details, Diagnostic, DiagnosticCode } from '../../core/errors';
import { makeI18n } from '../../i18n/i18n';
import { reasonMessage } from '../../i18n/reasons';
import { noticeValues, otherDetails } from './noticeDetails';

const { t, formatNumber } = makeI18n('en');
const why = (code: DiagnosticCode, details: Details): string => {
  const values = noticeValues(details, formatNumber);
  const reason = reasonMessage(code, details);
  return `${reason === null ? '' : t(reason, values)} ${t(`diagnostic.${code}.why`, values)}`;
};
const diagnostic = (code: DiagnosticCode, details: Details): Diagnostic => ({ code, details, severity: 'error' });

describe('the words of a notice', () => {
  it('say that reading goes on only when it does', () => {
    expect(why('tar-bad-checksum', { actual: 4711, expected: 5, resumed: 1024 })).toContain(
      'goes on at byte 1\u202f024',
    );
    expect(why('tar-bad-checksum', { actual: 4711 })).not.toContain('goes on');
    expect(why('tar-bad-checksum', { actual: 4711 })).toContain('no number');
  });

  it('name the compression and the place of the damage', () => {
    const details = { compression: 'gzip', why: 'bad-header', at: 7, unpacked: 0 };
    expect(why('layer-corrupt', details)).toMatch(/gzip.* byte 7 of the layer/);
    expect(why('wrapper-corrupt', { kind: 'zstd', why: 'bad-data', at: 7, unpacked: 1 })).toContain('zstd');
    expect(otherDetails(diagnostic('layer-corrupt', details))).toBe('unpacked: 0');
  });

  it('tell other bytes after the end from zeros that were not looked at', () => {
    expect(why('tar-trailing-data', { length: 512, archive: 1 })).toContain('another tar');
    expect(why('tar-trailing-data', { length: 512, archive: 0 })).not.toContain('another tar');
    expect(why('tar-trailing-data', { length: 512, unread: 1 })).toContain('Only zeros');
  });

  it('keep what the words leave out, and do not repeat the path', () => {
    const notice = { ...diagnostic('layer-missing', { path: 'a', digest: 'b' }), path: 'a' };
    expect(otherDetails(notice)).toBe('digest: b');
  });
});
