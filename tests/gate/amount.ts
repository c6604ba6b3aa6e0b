/**
 * How much work a test does. The runner sets `BARAZA_GATE`; a test run by hand uses the amount of the push gate.
 *
 *   const COUNT = amount({ push: 60, all: 300 });
 */
import type { Gate } from './parts.ts';

export const GATE: Gate = process.env['BARAZA_GATE'] === 'all' ? 'all' : 'push';

export const amount = <T>(amounts: Record<Gate, T>): T => amounts[GATE];
