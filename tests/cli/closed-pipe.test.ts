/** `npx baraza … | head -3`: the reader closes the pipe before the output ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const BARAZA = fileURLToPath(new URL('../../server/cli/baraza.mjs', import.meta.url));

describe('a command whose reader has closed the pipe', () => {
  it('ends with exit code 0 and without an error trace', async () => {
    const child = spawn(process.execPath, [BARAZA, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let notes = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (notes += text));
    const [code] = (await once(child, 'close')) as [number | null];
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
  });
});
