import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../core/limits';
import { envelope, readMessage } from './contract';

const data = new Blob(['x']);

describe('messages of other pages', () => {
  it('are a ping, or a file by version 1 of the contract', () => {
    expect(readMessage('PING')).toBe('ping');
    expect(
      readMessage({ tabaqa: { v: 1, data, name: 'a.tar', title: 'A', open: '#/files', localOnly: false } }),
    ).toEqual({
      data,
      name: 'a.tar',
      title: 'A',
      open: '#/files',
      localOnly: false,
      keepOpen: false,
    });
    for (const bytes of [new ArrayBuffer(1), new Uint8Array(1), new File([], 'f'), new Blob([]).stream()]) {
      expect(readMessage({ tabaqa: { v: 1, data: bytes } })).toMatchObject({
        data: bytes,
        name: 'image.tar',
        localOnly: true,
      });
    }
  });

  it.each([
    ['nothing', null],
    ['a text', 'ping'],
    ['another key', { imageTar: { v: 1, data } }],
    ['another version', { tabaqa: { v: 2, data } }],
    ['no bytes', { tabaqa: { v: 1, data: 'text' } }],
    ['what only looks like bytes', { tabaqa: { v: 1, data: { size: 1, stream: () => null } } }],
    ['an inherited key', Object.create({ tabaqa: { v: 1, data } })],
  ])('are ignored when they are %s', (_, message: unknown) => {
    expect(readMessage(message)).toBeNull();
  });

  it('name a file in one short visible line', () => {
    const read = (name: unknown, title: unknown) => readMessage({ tabaqa: { v: 1, data, name, title } });
    expect(read('a\u202egnp.\ntar', '  <b>x</b>\0 ')).toMatchObject({ name: 'a gnp. tar', title: '<b>x</b>' });
    expect(read(7, '\u200b')).toMatchObject({ name: 'image.tar', title: null });
    const long = read('n'.repeat(1_000), `${'t'.repeat(LIMITS.postedTitleCharacters - 1)}😀`);
    expect(long).toMatchObject({
      name: 'n'.repeat(LIMITS.postedTitleCharacters),
      title: 't'.repeat(LIMITS.postedTitleCharacters - 1),
    });
  });

  it('are answered in the same envelope', () => {
    expect(envelope({ type: 'height', height: 3 })).toEqual({ tabaqa: { v: 1, type: 'height', height: 3 } });
  });
});
