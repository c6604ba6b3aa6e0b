/** The helpers and services this desk may choose from, as options with what speaks for each. */
import { useT } from '../../kit/index.ts';
import { useSeat } from '../../seat.ts';
import { useNames } from './use-names.ts';

export interface DirectoryEntry {
  id: string;
  name: string;
  kind: string;
  /** Names of the languages, as people say them. */
  languages: string[];
  /** `phone` or `in-person`, for helpers. */
  by: string | undefined;
  says: string;
  /** What the check found, once it is known. */
  found: string | undefined;
}

/** Interpreters, support persons and guardians of the case; empty until the list has come. */
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

/** Services in this desk's directory. */
export function useServices(): { id: string; name: string; runBy: string | undefined }[] {
  const tools = useSeat();
  const names = useNames();
  const listed = tools.card('services')?.facts?.ids ?? [];
  const ids = listed.length > 0 ? listed : Object.keys(tools.world.room);
  return ids.map((id) => ({ id, name: names.service(id), runBy: tools.card(`service:${id}`)?.facts?.runBy }));
}

/** Places this desk has on its map. */
export function usePlaces(): { id: string; name: string }[] {
  const tools = useSeat();
  const names = useNames();
  const ids = new Set([...(tools.card('places')?.facts?.ids ?? []), ...Object.keys(tools.world.places)]);
  return [...ids].map((id) => ({ id, name: names.place(id) }));
}

/** Names of spoken languages, as far as the helpers of the case speak them; the id stands in for the others. */
export function useLanguageNames(): (id: string) => string {
  const tools = useSeat();
  const named = (tools.card('helpers')?.facts?.ids ?? []).flatMap((id): [string, string][] => {
    const card = tools.card(`helper:${id}`);
    const names = card?.facts?.languageNames ?? [];
    return (card?.facts?.languages ?? []).map((language, index) => [language, names[index] ?? language]);
  });
  const byId = new Map(named);
  return (id) => byId.get(id) ?? id;
}

/** The name of a service. One outside this desk's directory (a protected home) has no name here. */
export function useServiceName(): (id: string) => string {
  const tools = useSeat();
  const names = useNames();
  const t = useT('work');
  const list = tools.card('services');
  const listed = list?.facts?.ids ?? [];
  return (id) => (list !== undefined && !listed.includes(id) ? t('hiddenService') : names.service(id));
}

/** True where a service gives people a place to sleep, as far as the directory tells. */
export function useGivesBeds(): (id: string) => boolean {
  const tools = useSeat();
  return (id) => (tools.card(`service:${id}`)?.facts?.meets ?? []).includes('safe-accommodation');
}
