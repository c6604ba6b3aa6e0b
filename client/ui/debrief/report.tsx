/** The complete debrief for print and archive. Every page carries the EXERCISE mark. */
import type { ComponentChildren } from 'preact';
import type { Debrief } from '../../../shared/debrief/debrief.ts';
import { formatDateTime } from '../../i18n/formats.ts';
import { Button, CaseTime, PersonFace, Prose, RoleTag, useKit, useT } from '../kit/index.ts';
import { BetterWording } from './better-wording.tsx';
import { LogLines } from './evidence.tsx';
import {
  CompetencySections,
  DecisionTable,
  FiguresTable,
  RedLineSections,
  Section,
  SopTable,
} from './report-sections.tsx';
import { LedgerTable, UnderSharedSlide } from './slide-information.tsx';
import { partsOf, PathsSlide, VictimEyeText } from './slide-people.tsx';
import { ReferralSlide, InvestigationSlide } from './slide-results.tsx';
import { promptsText } from './slide-talk.tsx';
import { textForId } from '../../i18n/index.ts';
import { useNames } from '../../names/use-names.ts';
import { ScriptsContext, scriptsOf } from './use-sentence.ts';

interface ReportProps {
  debrief: Debrief;
  title: string;
  label?: string | undefined;
  createdAt?: string | undefined;
  downloads?: ComponentChildren;
}

export function Report({ debrief, title, label, createdAt, downloads }: ReportProps) {
  const t = useT('debrief');
  return (
    <ScriptsContext.Provider value={scriptsOf(debrief)}>
      <main class="report" id="content">
        <header class="report-head">
          <p class="report-mark" aria-hidden="true">
            {t('exercise')}
          </p>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <p class="dim">
            {[t('report.title'), label, createdAt ? formatDateTime(createdAt) : undefined].filter(Boolean).join(' · ')}{' '}
            · {t('report.ended')} <CaseTime at={debrief.endedAt} />
          </p>
          <p class="measure">{t('report.use')}</p>
          <p class="row no-print">
            <Button onClick={() => globalThis.print()}>{t('report.print')}</Button>
            {downloads}
          </p>
        </header>
        <ResultSections debrief={debrief} />
        <Section title={t('report.competencies')} lead={t('report.ratingRule')}>
          <CompetencySections debrief={debrief} />
        </Section>
        <Section title={t('report.redLines')}>
          <RedLineSections debrief={debrief} />
        </Section>
        <PeopleSections debrief={debrief} />
        <InformationSections debrief={debrief} />
        <LearningSections debrief={debrief} />
        <Section title={t('report.sop')}>
          <SopTable debrief={debrief} />
        </Section>
        <Section title={t('report.figures')} lead={t('report.figuresLead')}>
          <FiguresTable debrief={debrief} />
        </Section>
        <Section title={t('report.timeline')}>
          <LogLines entries={debrief.timeline} />
        </Section>
      </main>
    </ScriptsContext.Provider>
  );
}

function ResultSections({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  const { name } = useNames();
  return (
    <>
      <Section title={t('slide.investigation')}>
        <InvestigationSlide debrief={debrief} />
      </Section>
      <Section title={t('slide.referral')}>
        <ReferralSlide debrief={debrief} />
      </Section>
      <Section title={t('slide.strengths')}>
        <ul class="prose">
          {debrief.strengths.map((task) => (
            <li key={task}>{name('task', task)}</li>
          ))}
        </ul>
        {debrief.strengths.length === 0 && <p>{t('report.noStrengths')}</p>}
      </Section>
    </>
  );
}

function PeopleSections({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  const { name } = useNames();
  const people = [...new Set(debrief.victimEye.map((line) => line.person))];
  return (
    <>
      <Section title={t('report.paths')}>
        <div class="table-scroll" tabIndex={0} role="region" aria-label={t('report.paths')}>
          <PathsSlide paths={debrief.paths.filter((path) => path.presumedVictim)} />
        </div>
      </Section>
      {people.length > 0 && (
        <Section title={t('report.victimEye')} lead={t('victimEye.note')}>
          {people.map((person) => (
            <section key={person} class="report-part">
              <h3 class="row tight">
                <PersonFace person={person} size={36} /> <bdi>{name('person', person)}</bdi>
              </h3>
              {partsOf(debrief.victimEye.filter((line) => line.person === person)).map(([part, lines]) => (
                <section key={part}>
                  <h4>{t(`victimEye.${part}`)}</h4>
                  <ol class="plain log-lines">
                    {lines.map((line, index) => (
                      <li key={index}>
                        <CaseTime at={line.at} />
                        <VictimEyeText line={line} />
                      </li>
                    ))}
                  </ol>
                </section>
              ))}
            </section>
          ))}
        </Section>
      )}
    </>
  );
}

function InformationSections({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  return (
    <>
      <Section title={t('slide.ledger-summary')}>
        {debrief.ledger.length === 0 ? (
          <p>{t('report.noShares')}</p>
        ) : (
          <div class="table-scroll" tabIndex={0} role="region" aria-label={t('slide.ledger-summary')}>
            <LedgerTable lines={debrief.ledger} />
          </div>
        )}
      </Section>
      {debrief.underShared.length > 0 && (
        <Section title={t('slide.under-shared')}>
          <UnderSharedSlide lines={debrief.underShared} />
        </Section>
      )}
      <Section title={t('nav.log')}>
        <DecisionTable debrief={debrief} />
      </Section>
    </>
  );
}

function LearningSections({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  const { card } = useKit();
  const { name } = useNames();
  const prompts = promptsText(card('prompts'));
  const model = card('model')?.text;
  return (
    <>
      {debrief.coach.length > 0 && (
        <Section title={t('report.coach')}>
          {debrief.coach.map((coach) => (
            <section key={coach.interview} class="report-part">
              <h3 class="row tight">
                <bdi>{name('person', coach.person)}</bdi> <RoleTag role={coach.role} />
              </h3>
              <p>
                {Object.entries(coach.counts)
                  .filter(([, count]) => count > 0)
                  .map(([type, count]) => `${textForId('debrief', `questionType.${type}`)}: ${count}`)
                  .join(' · ')}
              </p>
              <BetterWording coach={coach} />
            </section>
          ))}
        </Section>
      )}
      {prompts && (
        <Section title={t('slide.prompts')}>
          <Prose text={prompts} />
        </Section>
      )}
      {model && (
        <Section title={t('slide.model')}>
          <Prose text={model} />
        </Section>
      )}
    </>
  );
}
