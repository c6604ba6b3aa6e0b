/** Layout of the referral picture: the person in the middle, needs on one side, services on the other, the path below. Pure. */
import type { ReferralState } from '../../../shared/vocabulary/enums.ts';
import type { Referral } from '../../../shared/exercise/world.ts';
import type { Point, Size } from './geometry.ts';

/** The states of a referral that is accepted; a refused referral has its own path. */
export const PATH: readonly ReferralState[] = [
  'needs-assessed',
  'consented',
  'offered',
  'accepted',
  'transported',
  'received',
  'feedback',
  'closed',
];

export interface PathStep {
  state: ReferralState;
  at?: number | undefined;
  phase: 'done' | 'now' | 'ahead';
}

/** The path of a referral: states reached and states ahead. After a free refusal the path ends with it, so that nothing looks missing. */
export function pathOf(referral: Referral | undefined): PathStep[] {
  const reached = new Map(referral?.steps.map((step) => [step.state, step.at]));
  const refused = referral?.state === 'refused' || (reached.has('refused') && referral?.state === 'closed');
  const states: readonly ReferralState[] = refused
    ? ['needs-assessed', 'consented', 'offered', 'refused', 'closed']
    : PATH;
  return states.map((state) => ({
    state,
    at: reached.get(state),
    phase: referral?.state === state ? 'now' : reached.has(state) ? 'done' : 'ahead',
  }));
}

export interface ReferralLayout {
  person: Point & { radius: number };
  needs: Point[];
  services: (Point & Size)[];
  /** Points of the path, from the first state to the last. */
  path: Point[];
  narrow: boolean;
  /** True if the needs stand far enough apart for labels. */
  named: boolean;
}

/** Expects a screen of at least 320 by 300. Narrow screens stack what wide screens place side by side. */
export function referralLayout(
  { width, height }: Size,
  needs: number,
  services: number,
  steps: number,
): ReferralLayout {
  const narrow = width < 620;
  const pathY = height - (narrow ? 58 : 64);
  const margin = narrow ? 34 : 64;
  const path = Array.from({ length: steps }, (_, i) => ({
    x: margin + (i * (width - 2 * margin)) / Math.max(1, steps - 1),
    y: pathY,
  }));
  const room = { top: 28, bottom: pathY - 64 };
  const radius = Math.min(narrow ? 62 : 116, narrow ? 62 : width * 0.14, (room.bottom - room.top) / (narrow ? 5 : 3));
  const person = narrow
    ? { x: width / 2, y: room.top + radius + 8, radius }
    : { x: width * 0.4, y: (room.top + room.bottom) / 2, radius };
  const rise = Math.min(radius + 84, (room.bottom - room.top) / 2 - 12);
  const spots = narrow ? row(needs, width, person.y + radius + 40) : arc(needs, person, radius + 84, rise);
  return {
    person,
    narrow,
    path,
    needs: spots,
    named: !narrow && spots.every(({ y }, i) => i === 0 || Math.abs(y - (spots[i - 1]?.y ?? y)) > 60),
    services: narrow
      ? stack(services, 16, width - 32, person.y + radius + 92, room.bottom, 44)
      : stack(services, width * 0.66, width * 0.34 - 28, room.top, room.bottom, 62),
  };
}

/** The same layout for right-to-left pages. */
export function mirrorLayout(layout: ReferralLayout, width: number): ReferralLayout {
  const flip = <T extends Point>(point: T): T => ({ ...point, x: width - point.x });
  return {
    ...layout,
    person: flip(layout.person),
    needs: layout.needs.map(flip),
    path: layout.path.map(flip),
    services: layout.services.map((box) => ({ ...box, x: width - box.x - box.width })),
  };
}

const row = (count: number, width: number, y: number): Point[] => {
  const gap = Math.min(52, (width - 60) / Math.max(1, count));
  return Array.from({ length: count }, (_, i) => ({ x: width / 2 + (i - (count - 1) / 2) * gap, y }));
};

/** Points on an arc to the left of the person; the arc is flat on a low screen. */
function arc(count: number, centre: Point, radius: number, rise: number): Point[] {
  const spread = Math.min(Math.PI * 0.9, 0.62 * Math.max(0, count - 1));
  return Array.from({ length: count }, (_, i) => {
    const angle = Math.PI + (count === 1 ? 0 : spread / 2 - (i * spread) / (count - 1));
    return { x: centre.x + Math.cos(angle) * radius, y: centre.y - Math.sin(angle) * rise };
  });
}

/** Boxes one below the other, as many as fit. */
function stack(count: number, x: number, width: number, top: number, bottom: number, tall: number): (Point & Size)[] {
  const gap = 8;
  const shown = Math.min(count, Math.floor((bottom - top + gap) / (36 + gap)));
  const height = Math.min(tall, (bottom - top - gap * (shown - 1)) / Math.max(1, shown));
  const start = top + Math.max(0, (bottom - top - shown * height - (shown - 1) * gap) / 2);
  return Array.from({ length: shown }, (_, i) => ({ x, y: start + i * (height + gap), width, height }));
}
