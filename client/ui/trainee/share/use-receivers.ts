import { otherRoles } from '../../../state/selectors.ts';
import type { Option } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';

/** All desks of this exercise except this one. */
export function useOtherDesks(): Option[] {
  const seat = useSeat();
  const names = useNames();
  const listed = seat.card('roles')?.facts?.ids ?? [];
  const known = otherRoles(seat.world, seat.role, seat.state.public?.roster ?? []);
  const ids = new Set([...listed, ...known].filter((id) => id !== seat.role));
  return [...ids].map((value) => ({ value, label: names.role(value) }));
}

/** Possible receivers: other desks, then outside bodies. */
export function useReceivers(): Option[] {
  const { law } = useSeat();
  return [
    ...useOtherDesks(),
    ...Object.entries(law?.bodies ?? {}).map(([value, { title }]) => ({ value, label: title })),
  ];
}
