import { describe, expect, it } from 'vitest';
import { configCard, looksSecret } from './card';
import { goDuration } from './duration';

describe('a config to read', () => {
  it('tells the shell form from the exec form', () => {
    const form = (config: object): unknown => configCard({ config })?.cmd;
    expect(form({ Cmd: ['/bin/sh', '-c', 'a && b'] })).toMatchObject({ form: 'shell', text: 'a && b' });
    expect(form({ Cmd: ['/bin/sh', '-c'] })).toMatchObject({ form: 'exec', text: null });
    expect(form({ Cmd: ['/bin/ash', '-ec', 'x'], Shell: ['/bin/ash', '-ec'] })).toMatchObject({ form: 'shell' });
    expect(form({ Cmd: 'one' })).toMatchObject({ form: 'exec', words: ['one'] });
  });

  it('takes what is absent, null or empty for not stated', () => {
    const nothing = configCard({ config: { User: '', Env: null, Cmd: [], Labels: {}, Volumes: null } });
    expect(nothing).toMatchObject({ user: null, env: null, cmd: null, labels: null, volumes: null, odd: [] });
    expect(configCard({})).toMatchObject({ platform: null, healthcheck: null });
    expect(configCard([])).toBeNull();
    expect(configCard('{}')).toBeNull();
  });

  it('says where each thing is, and what has another type', () => {
    const card = configCard({
      os: 'linux',
      architecture: 'arm64',
      variant: 'v8',
      config: {
        Env: ['A=b=c', 'LONE'],
        ExposedPorts: { '80/tcp': {} },
        User: 7,
        Labels: { 'a/b': 1, c: 'd' },
        Volumes: [],
      },
    });
    expect(card?.platform).toEqual({ at: '/os', value: { os: 'linux', architecture: 'arm64', variant: 'v8' } });
    expect(card?.env?.items).toEqual([
      { name: 'A', value: 'b=c', at: '/config/Env/0', secret: false },
      { name: 'LONE', value: null, at: '/config/Env/1', secret: false },
    ]);
    expect(card?.ports?.items).toEqual([{ value: '80/tcp', at: '/config/ExposedPorts/80~1tcp' }]);
    expect(new Map(card?.odd.map(({ at, value }) => [at, value]))).toEqual(
      new Map([
        ['/config/User', 'text'],
        ['/config/Volumes', 'map'],
        ['/config/Labels/a~1b', 'text'],
      ]),
    );
  });

  it('reads a healthcheck with its durations', () => {
    const Healthcheck = {
      Test: ['CMD', 'x'],
      Interval: 90_000_000_000,
      Timeout: 1_500_000_000,
      StartPeriod: 0,
      Retries: 2,
    };
    expect(configCard({ config: { Healthcheck } })?.healthcheck).toEqual({
      at: '/config/Healthcheck',
      test: ['CMD', 'x'],
      interval: '1m30s',
      timeout: '1.5s',
      startPeriod: null,
      startInterval: null,
      retries: 2,
    });
  });

  it.each([
    [0, '0s'],
    [999, '999ns'],
    [1_500, '1.5us'],
    [250_000_000, '250ms'],
    [30e9, '30s'],
    [3_600e9, '1h0m0s'],
    [-1, null],
  ])('%d ns are %s', (nanoseconds, text) => expect(goDuration(nanoseconds)).toBe(text));

  it('knows names that secrets have', () => {
    for (const name of ['API_TOKEN', 'DB_PASSWORD', 'ssh_key', 'CLIENT_SECRET', 'AWS_SECRET_ACCESS_KEY', 'APIKEY']) {
      expect([name, looksSecret(name)]).toEqual([name, true]);
    }
    for (const name of ['PATH', 'LANG', 'KEYBOARD', 'MONKEY', 'NODE_VERSION']) {
      expect([name, looksSecret(name)]).toEqual([name, false]);
    }
  });
});
