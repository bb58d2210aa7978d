import { describe, expect, it } from 'vitest';
import { readPaste } from './readPaste';

const pasted = (text: string, files: readonly File[] = []): Parameters<typeof readPaste>[0] => ({
  getData: () => text,
  items: files.map((file) => ({
    kind: 'file',
    getAsFile: () => file,
    webkitGetAsEntry: () => null,
  })) as unknown as DataTransferItemList,
});

describe('what is pasted', () => {
  it('JSON is a file with exactly that text', async () => {
    const text = '\n { "schemaVersion": 2 }\r\n';
    const found = readPaste(pasted(text));
    if (found === null || found === 'not-json' || 'link' in found || found.source.kind !== 'file')
      throw new Error('not opened');
    expect(await found.source.file.text()).toBe(text);
    expect(found.name).toBe('pasted.json');
    expect(readPaste(pasted('[{}]'))).toMatchObject({ count: 1 });
  });

  it('other text opens nothing and is said not to be JSON; no text is nothing', () => {
    expect(readPaste(pasted('library/node'))).toBe('not-json');
    expect(readPaste(pasted(' \n'))).toBeNull();
  });

  it('an address is that of a file to read, where such a file may be read from', () => {
    expect(readPaste(pasted(' https://host.example/x.tar\n'))).toEqual({
      link: 'url:https://host.example/x.tar',
    });
    expect(readPaste(pasted('http://host.example/x.tar'))).toBe('not-json');
    expect(readPaste(pasted('see https://host.example/x.tar'))).toBe('not-json');
  });

  it('a name that says which registry is that of an image there', () => {
    const link = 'registry:registry.example/team/app:1.0';
    expect(readPaste(pasted('registry.example/team/app:1.0'))).toEqual({ link });
    expect(readPaste(pasted(' docker://registry.example/team/app:1.0\n'))).toEqual({ link });
    expect(readPaste(pasted('app:1.0'))).toBe('not-json');
  });

  it('a file is opened as if dropped', () => {
    const file = new File(['x'], 'image.tar');
    expect(readPaste(pasted('image.tar', [file]))).toMatchObject({ source: { kind: 'file', file }, name: 'image.tar' });
  });
});
