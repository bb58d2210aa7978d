import { describe, expect, it } from 'vitest';
import { EngineError } from '../core/errors';
import { createLinkGate, type GateOptions } from './linkGate';

const HEX = 'a'.repeat(64);
const link = { kind: 'file', digest: `sha256:${HEX}`, name: 'node.tar', size: 3 } as const;
const own = (text: string) => ({ kind: 'file', file: new File([text], 'own.tar') }) as const;

function gate(options: Partial<GateOptions> = {}) {
  const told: string[] = [];
  const made = createLinkGate({
    hashFile: async (file) => `sha256:${(await file.text()).repeat(64).slice(0, 64)}`,
    policy: { agree: () => true },
    onFile: (source, isSame) => void told.push(`${source.kind} ${isSame}`),
    onAgreed: () => void told.push('agreed'),
    ...options,
  });
  return { gate: made, told, settled: () => new Promise((done) => setTimeout(done, 5)) };
}

describe('a link about a file', () => {
  it('opens the same bytes, and no others but on demand', async () => {
    const { gate: waiting, told, settled } = gate();
    waiting.wait(link);
    waiting.check(own('b'));
    expect(waiting.getState()).toMatchObject({ check: { kind: 'checking', name: 'own.tar', total: 1 } });
    await settled();
    expect(waiting.getState()).toMatchObject({ check: { kind: 'differs', digest: `sha256:${'b'.repeat(64)}` } });
    expect(told).toEqual([]);
    waiting.check(own('a'));
    await settled();
    expect([told, waiting.getState()]).toEqual([['file true'], null]);
    waiting.wait(link);
    waiting.check(own('b'));
    await settled();
    waiting.openAnyway();
    expect([told, waiting.getState()]).toEqual([['file true', 'file false'], null]);
  });

  it('refuses a folder, says why a file cannot be compared, and stops when it is told to', async () => {
    const {
      gate: waiting,
      told,
      settled,
    } = gate({
      hashFile: (_, { signal } = {}) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new EngineError('cancelled', 'cancelled')));
          setTimeout(() => reject(new EngineError('file-changed', 'gone')), 2);
        }),
    });
    waiting.wait(link);
    waiting.check({ kind: 'folder', name: 'f', list: () => Promise.resolve([]) });
    expect(waiting.getState()).toMatchObject({ check: { kind: 'folder' } });
    waiting.check(own('a'));
    waiting.cancelCheck();
    await settled();
    expect(waiting.getState()).toMatchObject({ check: { kind: 'waiting' } });
    waiting.check(own('a'));
    await settled();
    expect(waiting.getState()).toMatchObject({ check: { kind: 'failed', failure: { code: 'file-changed' } } });
    expect(told).toEqual([]);
  });
});

it('a link about an address waits for leave, and says where that is impossible', () => {
  const { gate: open, told } = gate();
  open.wait({ kind: 'url', url: 'https://host.example/x.tar' });
  expect(open.getState()).toMatchObject({ host: 'host.example', status: 'asking' });
  open.agree();
  expect(told).toEqual(['agreed']);
  const { gate: closed } = gate({ policy: { agree: () => false } });
  closed.wait({ kind: 'url', url: 'https://host.example/x.tar' });
  closed.agree();
  expect(closed.getState()).toMatchObject({ status: 'impossible' });
});

it('where a registry has tokens handed out elsewhere, leave is asked for both at once', () => {
  const agreed: unknown[] = [];
  const { gate: waiting } = gate({ policy: { agree: (origins) => agreed.push(origins) > 0 } });
  const registry = {
    kind: 'registry',
    reference: 'r.example/a',
    url: 'https://r.example/v2/a/manifests/latest',
  } as const;
  waiting.wait(registry);
  waiting.agree();
  waiting.wait(registry, 'https://auth.example');
  expect(waiting.getState()).toMatchObject({ host: 'r.example', tokens: 'https://auth.example' });
  waiting.agree();
  expect(agreed).toEqual([['https://r.example'], ['https://r.example', 'https://auth.example']]);
});
