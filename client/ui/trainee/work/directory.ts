/** The helpers and services this desk may choose from, as options with what speaks for each. */
import { useSeat } from '../../seat.ts';
import { useNames } from './use-names.ts';
import { factList, factText } from './facts.ts';

export interface DirectoryEntry {
  id: string;
  name: string;
  kind: string;
  languages: string[];
  /** `phone` or `in-person`, for helpers. */
  by: string | undefined;
  says: string;
}

/** Interpreters, support persons and guardians of the case; empty until the list has come. */
export function useHelpers(kind: string): DirectoryEntry[] {
  const tools = useSeat();
  return factList(tools.card('helpers'), 'ids').flatMap((id) => {
    const card = tools.card(`helper:${id}`);
    if (!card || card.kind !== kind) return [];
    return [
      {
        id,
        name: card.title ?? '…',
        kind,
        languages: factList(card, 'languages'),
        by: factText(card, 'by'),
        says: card.text ?? '',
      },
    ];
  });
}

/** Services in this desk's directory. */
export function useServices(): { id: string; name: string; runBy: string | undefined }[] {
  const tools = useSeat();
  const names = useNames();
  const listed = factList(tools.card('services'), 'ids');
  const ids = listed.length > 0 ? listed : Object.keys(tools.world.room);
  return ids.map((id) => ({ id, name: names.service(id), runBy: factText(tools.card(`service:${id}`), 'runBy') }));
}
