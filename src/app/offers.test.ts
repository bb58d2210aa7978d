import { describe, expect, it } from 'vitest';
import { createOffers } from './offers';

describe('what can be done now', () => {
  it('asks boards before what is about the part, that before the page, and the latest first', () => {
    const offers = createOffers();
    const done: string[] = [];
    const copy = (name: string) => () => ({ copy: () => () => void done.push(name) });
    offers.add(copy('part'), 'part');
    const leave = offers.add(copy('board'), 'board');
    const leaveLatest = offers.add(copy('latest'), 'board');
    offers.add(copy('page'), 'page');
    const run = (): void => offers.find({ kind: 'copy' })?.();
    run();
    leaveLatest();
    run();
    leave();
    run();
    expect(done).toEqual(['latest', 'board', 'part']);
  });

  it('passes over what cannot be done now, and knows when nothing can', () => {
    const offers = createOffers();
    let part: string | null = null;
    offers.add(() => ({ select: (action) => (action.part === part ? () => {} : null) }), 'board');
    expect(offers.find({ kind: 'select', part: 'layer:1' })).toBeNull();
    part = 'layer:1';
    expect(offers.find({ kind: 'select', part: 'layer:1' })).not.toBeNull();
    expect(offers.find({ kind: 'select', part: 'layer:2' })).toBeNull();
    expect(offers.find({ kind: 'copy' })).toBeNull();
  });
});
