/**
 * The slot for a Phaser scene beside the page. The page is complete without it: the scene loads lazily, on a phone only on request,
 * and a failed load removes the slot.
 */
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { screenDirection, textForId, useT } from '../../i18n/index.ts';
import type { SceneDeps, SceneKind } from '../../game/scene-deps.ts';
import { Button } from '../kit/button.tsx';
import { Spinner } from '../kit/feedback.tsx';
import { SceneSourceContext, type SceneSource } from '../../context/scene-source.ts';
import { type SeatTools, useSeat } from '../../context/seat.ts';

const isWide = (): boolean => globalThis.matchMedia('(min-width: 48rem)').matches;

/** Builds the scene's dependencies. The tools are read at each call, so the scene always acts on the current seat. */
function depsOf(source: SceneSource, tools: () => SeatTools, theme: SceneDeps['theme']): SceneDeps {
  return {
    subscribe: source.subscribe,
    get: source.get,
    artUrl: source.artUrl,
    labels: (key, params) => textForId('game', key, params),
    theme,
    reducedMotion: globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches,
    rtl: screenDirection() === 'rtl',
    tools: {
      get role() {
        return tools().role;
      },
      get readOnly() {
        return tools().readOnly;
      },
      card: (id) => tools().card(id),
      send: (body) => tools().send(body),
      select: (selection) => tools().select(selection),
      caseNow: () => tools().caseNow(),
    },
  };
}

export function SceneSlot({ kind, label }: { kind: SceneKind; label: string }) {
  const t = useT('game');
  const source = useContext(SceneSourceContext);
  const seat = useSeat();
  const latest = useRef(seat);
  latest.current = seat;
  const place = useRef<HTMLDivElement>(null);
  const [isRequested, setRequested] = useState(isWide());
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  useEffect(() => {
    const element = place.current;
    if (!isRequested || !source || !element) return undefined;
    let mounted: { destroy: () => void } | undefined;
    let isMounted = true;
    void import('../../game/mount.ts')
      .then(async ({ mountScene }) => {
        const { themeTokens } = await import('../../game/scene-deps.ts');
        if (!isMounted) return;
        mounted = mountScene(
          kind,
          element,
          depsOf(
            source,
            () => latest.current,
            () => themeTokens(element),
          ),
        );
        setState('shown');
      })
      .catch(() => isMounted && setState('failed'));
    return () => {
      isMounted = false;
      mounted?.destroy();
    };
  }, [isRequested, kind, source]);
  if (!source || state === 'failed') return null;
  if (!isRequested)
    return (
      <Button kind="quiet" onClick={() => setRequested(true)}>
        {label}
      </Button>
    );
  return (
    <div class={`scene scene-${kind}`} aria-hidden="true">
      <div class="scene-place" ref={place} />
      {state === 'loading' && (
        <p class="row dim scene-wait">
          <Spinner /> {t('waiting')}
        </p>
      )}
    </div>
  );
}
