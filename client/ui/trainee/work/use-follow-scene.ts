import { useEffect, useRef } from 'preact/hooks';
import { go } from '../../kit/index.ts';

/** Opens the object that was selected in the scene. Only a new selection counts, not one from an earlier visit. */
export function useFollowScene(selected: string | undefined, shown: string | undefined, base: string): void {
  const last = useRef(selected);
  useEffect(() => {
    if (selected === last.current) return;
    last.current = selected;
    if (selected !== undefined && selected !== shown) go(`${base}/${selected}`);
  }, [selected]);
}
