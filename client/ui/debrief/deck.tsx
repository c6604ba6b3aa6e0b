/** The debrief on the projector: one idea per slide, controlled by the arrow keys, legible from the back row. */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Debrief } from '../../../shared/debrief/debrief.ts';
import { screenDirection } from '../../i18n/index.ts';
import { Button, useKit, useT } from '../kit/index.ts';
import { EvidenceDialog } from './evidence.tsx';
import type { EvidenceOf } from './evidence.tsx';
import { SlideBody } from './slide-body.tsx';
import { useSlideTitle } from './slide-title.ts';
import type { Slide } from './slides.ts';
import { slidesOf, slideStep } from './slides.ts';
import { ScriptsContext, scriptsOf } from './use-sentence.ts';

export function Deck({ debrief, onLeave, foot }: { debrief: Debrief; onLeave?: () => void; foot?: ComponentChildren }) {
  const t = useT('debrief');
  const { card } = useKit();
  const slides = slidesOf(debrief, { model: card('model') !== undefined, prompts: card('prompts') !== undefined });
  const [at, setAt] = useState(0);
  const [evidence, setEvidence] = useState<EvidenceOf>();
  const heading = useRef<HTMLHeadingElement>(null);
  const last = slides.length - 1;
  const slide = slides[Math.min(at, last)];
  const move = (to: number): void => {
    setAt(Math.max(0, Math.min(last, to)));
    heading.current?.focus();
  };
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      if (evidence || event.ctrlKey || event.altKey || event.metaKey) return;
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.key === ' ' && target?.closest('button, a, summary')) return;
      const to = slideStep(event.key, screenDirection() === 'rtl');
      if (to === undefined) return;
      event.preventDefault();
      move(to === 'first' ? 0 : to === 'last' ? last : at + to);
    };
    globalThis.addEventListener('keydown', handleKey);
    return () => globalThis.removeEventListener('keydown', handleKey);
  });
  if (!slide) return null;
  return (
    <ScriptsContext.Provider value={scriptsOf(debrief)}>
      <main class="deck" id="content">
        <SlideHead slide={slide} debrief={debrief} heading={heading} />
        <div class="deck-body" data-kind={slide.kind} key={at} tabIndex={0} role="group" aria-label={t('deck.nav')}>
          <SlideBody slide={slide} debrief={debrief} show={setEvidence} />
        </div>
        <footer class="deck-foot no-print">
          <nav class="row tight" aria-label={t('deck.nav')}>
            <Button kind="quiet" onClick={() => move(at - 1)} disabled={at === 0}>
              {t('back')}
            </Button>
            <span class="num" role="status">
              {t('deck.at', { number: Math.min(at, last) + 1, count: slides.length })}
            </span>
            <Button onClick={() => move(at + 1)} disabled={at >= last}>
              {t('deck.next')}
            </Button>
          </nav>
          <span class="row tight">
            {foot}
            {onLeave && (
              <Button kind="quiet" onClick={onLeave}>
                {t('deck.leave')}
              </Button>
            )}
          </span>
        </footer>
        <EvidenceDialog of={evidence} debrief={debrief} onClose={() => setEvidence(undefined)} />
      </main>
    </ScriptsContext.Provider>
  );
}

function SlideHead({
  slide,
  debrief,
  heading,
}: {
  slide: Slide;
  debrief: Debrief;
  heading: RefObject<HTMLHeadingElement | null>;
}) {
  const t = useT('debrief');
  const title = useSlideTitle(slide, debrief);
  const chapter = t(`chapter.${slide.chapter}`);
  return (
    <header class="deck-head">
      <p class="dim">
        {slide.of > 1 ? t('deck.chapter', { chapter, number: slide.number, count: slide.of }) : chapter}
      </p>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
    </header>
  );
}
