/** Selects the component of a slide. */
import type { ComponentChildren } from 'preact';
import type { Debrief } from '../../../shared/debrief/debrief.ts';
import { CompetenciesSlide, CompetencySlide } from './slide-competencies.tsx';
import { LedgerSummary, LedgerTable, UnderSharedSlide } from './slide-information.tsx';
import { NonPunishmentSlide } from './slide-non-punishment.tsx';
import { PathsSlide, VictimEyeSlide } from './slide-people.tsx';
import { InvestigationSlide, ReferralSlide, StrengthsSlide } from './slide-results.tsx';
import { CoachSlide, ModelSlide, PinSlide, PromptsSlide, RedLineSlide, TakeawaySlide } from './slide-talk.tsx';
import type { Slide } from './slides.ts';
import type { ShowEvidence } from './task-lines.tsx';

export function SlideBody({
  slide,
  debrief,
  show,
}: {
  slide: Slide;
  debrief: Debrief;
  show: ShowEvidence;
}): ComponentChildren {
  switch (slide.kind) {
    case 'investigation':
      return <InvestigationSlide debrief={debrief} maxLines={8} />;
    case 'referral':
      return <ReferralSlide debrief={debrief} />;
    case 'strengths':
      return <StrengthsSlide debrief={debrief} tasks={slide.tasks} show={show} />;
    case 'competencies':
      return <CompetenciesSlide debrief={debrief} />;
    case 'competency': {
      const mark = debrief.competencies.find((entry) => entry.competency === slide.competency);
      return mark ? <CompetencySlide mark={mark} show={show} /> : null;
    }
    case 'red-line': {
      const mark = debrief.redLines[slide.index];
      return mark ? <RedLineSlide mark={mark} debrief={debrief} /> : null;
    }
    case 'paths':
      return <PathsSlide paths={slide.paths} />;
    case 'victim-eye':
      return <VictimEyeSlide person={slide.person} lines={slide.lines} />;
    case 'ledger-summary':
      return <LedgerSummary debrief={debrief} />;
    case 'ledger':
      return <LedgerTable lines={slide.lines} />;
    case 'under-shared':
      return <UnderSharedSlide lines={slide.lines} />;
    case 'coach': {
      const coach = debrief.coach[slide.index];
      return coach ? <CoachSlide coach={coach} /> : null;
    }
    case 'pin':
      return <PinSlide pin={slide.pin} entries={debrief.timeline.filter((entry) => slide.seqs.includes(entry.seq))} />;
    case 'non-punishment':
      return <NonPunishmentSlide point={slide.point} />;
    case 'prompts':
      return <PromptsSlide />;
    case 'model':
      return <ModelSlide />;
    case 'takeaway':
      return <TakeawaySlide />;
    default:
      return slide satisfies never;
  }
}
