/** Distributes the people of a class over the desks. */
export interface DeskNeed {
  role: string;
  min: number;
  max: number;
  required: boolean;
}

export interface SeatProposal {
  /** People per desk; 0 if the desk is left out. */
  seats: Record<string, number>;
  leftOut: string[];
  /** The number of people missing at required desks. */
  short: number;
  /** The number of people beyond the capacity of all desks. */
  over: number;
}

/** Fills required desks to their minimum, then optional desks while people remain, then distributes the rest evenly. */
export function proposeSeats(desks: readonly DeskNeed[], people: number): SeatProposal {
  const seats: Record<string, number> = Object.fromEntries(desks.map((desk) => [desk.role, 0]));
  let left = people;
  for (const desk of [...desks.filter((d) => d.required), ...desks.filter((d) => !d.required)]) {
    const given = desk.required ? Math.min(desk.min, left) : left >= desk.min ? desk.min : 0;
    seats[desk.role] = given;
    left -= given;
  }
  while (left > 0) {
    const open = desks.filter((d) => isOpen(d, seats[d.role] ?? 0)).sort((a, b) => fill(a, seats) - fill(b, seats))[0];
    if (!open) break;
    seats[open.role] = (seats[open.role] ?? 0) + 1;
    left -= 1;
  }
  const short = desks.filter((d) => d.required).reduce((sum, d) => sum + Math.max(0, d.min - (seats[d.role] ?? 0)), 0);
  return {
    seats,
    leftOut: desks.filter((d) => seats[d.role] === 0 && !d.required).map((d) => d.role),
    short,
    over: left,
  };
}

const isOpen = (desk: DeskNeed, seated: number): boolean => seated < desk.max && (seated > 0 || desk.required);
const fill = (desk: DeskNeed, seats: Record<string, number>): number => (seats[desk.role] ?? 0) / desk.max;
