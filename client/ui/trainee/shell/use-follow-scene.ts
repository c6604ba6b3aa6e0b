import { useEffect, useRef } from 'preact/hooks';
import { go } from '../../kit/index.ts';

/** Opens what was picked in the drawn scene: only a change counts, never what was picked on an earlier visit. */
export function useFollowScene(selected: string | undefined, shown: string | undefined, base: string): void {
  const last = useRef(selected);
  useEffect(() => {
    if (selected === last.current) return;
    last.current = selected;
    if (selected !== undefined && selected !== shown) go(`${base}/${selected}`);
  }, [selected]);
}
