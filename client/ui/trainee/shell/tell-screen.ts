/** Tells the server what this person looks at, so that a trainer who views the desk sees the same page with the same unread marks. */
import { useEffect, useRef } from 'preact/hooks';
import type { SeatSession } from '../../../connection/seat-session.ts';
import { useSeat } from '../../../context/seat.ts';

/** A person turns pages and reads; the server needs no more than one message in this time. */
const GATHER_MS = 700;

/** `path`: the page, where it is not the address: a desk opens with its brief. */
export function useTellScreen({ connection }: SeatSession, path: string): void {
  const { state } = useSeat();
  const { seen } = state;
  const live = state.connection.phase === 'live';
  const told = useRef<Record<string, number> | undefined>(undefined);
  useEffect(() => {
    if (!live) told.current = undefined;
  }, [live]);
  useEffect(() => {
    if (!live) return undefined;
    const timer = setTimeout(() => {
      const before = told.current;
      const news = Object.entries(seen).filter(([topic, at]) => before?.[topic] !== at);
      told.current = seen;
      void connection.tell('screen', { path, seen: Object.fromEntries(news), whole: before === undefined });
    }, GATHER_MS);
    return () => clearTimeout(timer);
  }, [live, path, seen, connection]);
}
