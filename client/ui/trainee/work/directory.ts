/** Hooks for the helpers, services and places that this desk may choose. */
import type { OperationState } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';

export interface DirectoryEntry {
  id: string;
  name: string;
  kind: string;
  /** Display names of the languages. */
  languages: string[];
  /** `phone` or `in-person`, for helpers. */
  by: string | undefined;
  says: string;
  /** The result of the vetting, once it is known. */
  found: string | undefined;
}

/** The interpreters, support persons and guardians of the case; empty until the list is loaded. */
export function useHelpers(kind: string): DirectoryEntry[] {
  const tools = useSeat();
  return (tools.card('helpers')?.facts?.ids ?? []).flatMap((id) => {
    const card = tools.card(`helper:${id}`);
    if (!card || card.kind !== kind) return [];
    return [
      {
        id,
        name: card.title ?? '…',
        kind,
        languages: card?.facts?.languageNames ?? [],
        by: card?.facts?.by,
        says: card.text ?? '',
        found: card?.facts?.vettingSays,
      },
    ];
  });
}

/** The services in this desk's directory. */
export function useServices(): { id: string; name: string; runBy: string | undefined }[] {
  const tools = useSeat();
  const names = useNames();
  const listed = tools.card('services')?.facts?.ids ?? [];
  const ids = listed.length > 0 ? listed : Object.keys(tools.world.room);
  return ids.map((id) => ({ id, name: names.service(id), runBy: tools.card(`service:${id}`)?.facts?.runBy }));
}

/** The places on this desk's map. */
export function usePlaces(): { id: string; name: string }[] {
  const tools = useSeat();
  const names = useNames();
  const ids = new Set([...(tools.card('places')?.facts?.ids ?? []), ...Object.keys(tools.world.places)]);
  return [...ids].map((id) => ({ id, name: names.place(id) }));
}

/** Returns whether a service offers accommodation, as far as the directory says; undefined while services on standby load. */
export function useGivesBeds({ standby }: OperationState): ((id: string) => boolean) | undefined {
  const tools = useSeat();
  const listed = tools.card('services')?.facts?.ids;
  if (!listed || listed.some((id) => standby[id] && !tools.card(`service:${id}`))) return undefined;
  return (id) => (tools.card(`service:${id}`)?.facts?.meets ?? []).includes('safe-accommodation');
}
