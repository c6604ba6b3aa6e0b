import { describe, expect, it } from 'vitest';
import { Gathering } from '../../server/storage/gathering.ts';

describe('when to commit', () => {
  it('is at once after a quiet while, and a few milliseconds after the last commit otherwise', () => {
    let now = 0;
    const gathering = new Gathering(() => now);
    expect(gathering.wait()).toBe(0);
    gathering.committed();
    now = 1;
    expect(gathering.wait()).toBe(3);
    now = 4;
    expect(gathering.wait()).toBe(0);
  });

  it('is seldom put off for one who asks again only after the answer', () => {
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

  it('is put off again as soon as somebody else came', () => {
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
