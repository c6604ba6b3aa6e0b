/** Daylight by case time: the sky in a window and the tint over the map. Pure. */
import { caseClock } from '../../../shared/time.ts';
import { mix } from './geometry.ts';

export interface Daylight {
  /** The colour of the sky in a window. */
  sky: number;
  /** The colour of an overlay, and its opacity. */
  tint: number;
  strength: number;
  /** True while lamps are on. */
  lamps: boolean;
}

/** Light by hour; values between two hours are interpolated. */
const HOURS: readonly { hour: number; sky: number; tint: number; strength: number }[] = [
  { hour: 0, sky: 0x22304a, tint: 0x16264a, strength: 0.34 },
  { hour: 5, sky: 0x2c3c58, tint: 0x1b2c52, strength: 0.3 },
  { hour: 6.5, sky: 0xe8bd98, tint: 0xe09a60, strength: 0.14 },
  { hour: 8, sky: 0xc4dbe0, tint: 0xf3d9a8, strength: 0.03 },
  { hour: 16, sky: 0xbcd6dc, tint: 0xf3d9a8, strength: 0.03 },
  { hour: 18, sky: 0xe5ae84, tint: 0xd98850, strength: 0.15 },
  { hour: 19.5, sky: 0x3c4868, tint: 0x26335c, strength: 0.26 },
  { hour: 24, sky: 0x22304a, tint: 0x16264a, strength: 0.34 },
];

export function mixColour(a: number, b: number, t: number): number {
  const channel = (shift: number): number => Math.round(mix((a >> shift) & 255, (b >> shift) & 255, t)) << shift;
  return channel(16) | channel(8) | channel(0);
}

export function daylight(at: number): Daylight {
  const { hour, minute } = caseClock(at);
  const now = hour + minute / 60;
  const next = HOURS.findIndex((each) => each.hour > now);
  const [before, after] = [HOURS[next - 1], HOURS[next]];
  if (!before || !after) throw new RangeError(`no light for ${now} o'clock`);
  const t = (now - before.hour) / (after.hour - before.hour);
  return {
    sky: mixColour(before.sky, after.sky, t),
    tint: mixColour(before.tint, after.tint, t),
    strength: mix(before.strength, after.strength, t),
    lamps: now < 6.25 || now > 18.25,
  };
}
