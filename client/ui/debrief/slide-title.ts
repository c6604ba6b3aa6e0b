/** The title of a slide. */
import type { Debrief } from '../../../shared/debrief/debrief.ts';
import { useT } from '../kit/index.ts';
import type { Slide } from './slides.ts';
import { useNames } from '../../names/use-names.ts';

export function useSlideTitle(slide: Slide, debrief: Debrief): string {
  const t = useT('debrief');
  const { name } = useNames();
  switch (slide.kind) {
    case 'competency':
      return t(`competency.${slide.competency}`);
    case 'paths':
      return t('slide.paths', { count: slide.paths.length });
    case 'victim-eye':
      return t('slide.victim-eye', { person: name('person', slide.person) });
    case 'non-punishment':
      return t('slide.non-punishment', { person: name('person', slide.point.person) });
    case 'ledger':
      return slide.parts > 1 ? t('slide.ledgerPart', { part: slide.part, parts: slide.parts }) : t('slide.ledger');
    case 'red-line':
      return name('red-line', debrief.redLines[slide.index]?.redLine ?? '');
    case 'coach':
      return t('slide.coach', { person: name('person', debrief.coach[slide.index]?.person ?? '') });
    default:
      return t(`slide.${slide.kind}`);
  }
}
