import { describe, expect, it } from 'vitest';
import { Gathering } from '../../server/storage/gathering.ts';

describe('the time of a commit', () => {
  it('is now after a quiet period, and a few milliseconds after the last commit otherwise', () => {
    let now = 0;
    const gathering = new Gathering(() => now);
    expect(gathering.wait()).toBe(0);
    gathering.committed();
    now = 1;
    expect(gathering.wait()).toBe(3);
    now = 4;
    expect(gathering.wait()).toBe(0);
  });

  it('is rarely delayed for a client that waits for its answer', () => {
    const gathering = new Gathering(() => 0);
    gathering.committed();
    let waits = 0;
    for (let asked = 0; asked < 1000; asked += 1) {
      if (gathering.wait() === 0) continue;
      waits += 1;
      gathering.waited(false);
    }
    expect(waits).toBeGreaterThan(5);
    expect(waits).toBeLessThan(30);
  });

  it('is delayed again as soon as another client sends', () => {
    const gathering = new Gathering(() => 0);
    gathering.committed();
    expect(gathering.wait()).toBeGreaterThan(0);
    gathering.waited(false);
    expect(gathering.wait()).toBe(0);
    for (let asked = 0; asked < 20; asked += 1) {
      expect(gathering.wait()).toBeGreaterThan(0);
      gathering.waited(true);
    }
  });
});
