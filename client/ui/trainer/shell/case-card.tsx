/** A case in the library: summary, desks, and the findings about its files. */
import type { ScenarioCard } from '../../../../shared/protocol/api.ts';
import { formatList } from '../../../i18n/formats.ts';
import { LANGUAGES, textForId } from '../../../i18n/index.ts';
import { Chip, Emblem, LinkButton, Notice, Prose, useT } from '../../kit/index.ts';
import { openPath } from './trainer-route.ts';

export function CaseCard({ scenario }: { scenario: ScenarioCard }) {
  const t = useT('trainer');
  const broken = scenario.findings.some((finding) => finding.severity === 'error');
  return (
    <article class="card case-card">
      <div class="stack">
        <header class="stack tight">
          <h3>
            <bdi>{scenario.title}</bdi>
          </h3>
          <p class="row tight">
            <Chip>{textForId('trainer', `case.level.${scenario.level}`)}</Chip>
            <Chip>{t('minutes', { count: scenario.lengthMinutes })}</Chip>
            <Chip>{formatList(scenario.languages.map((code) => LANGUAGES[code]?.name ?? code))}</Chip>
          </p>
        </header>
        <Prose text={scenario.summary} />
        {broken ? (
          <Notice tone="alert" title={t('case.broken')} />
        ) : (
          <LinkButton href={openPath(scenario.id)}>{t('case.open')}</LinkButton>
        )}
      </div>
      <div class="stack">
        <p class="row case-roles">
          {scenario.roles.map((role) => (
            <span key={role.role} class="role-tag" title={role.title}>
              <Emblem emblem={role.emblem} size={24} />
              <bdi>{role.short}</bdi>
            </span>
          ))}
        </p>
        <ContentCard card={scenario.contentCard} />
        <details class="more">
          <summary>{t('case.objectives')}</summary>
          <ul class="prose">
            {scenario.objectives.map((objective) => (
              <li key={objective} dir="auto">
                {objective}
              </li>
            ))}
          </ul>
        </details>
        <Review scenario={scenario} />
        <Findings scenario={scenario} />
      </div>
    </article>
  );
}

/** The sensitive content of a case. */
export function ContentCard({ card }: { card: ScenarioCard['contentCard'] }) {
  const t = useT('trainer');
  return (
    <dl class="facts">
      <dt>{t('case.themes')}</dt>
      <dd dir="auto">{formatList(card.themes)}</dd>
      <dt>{t('case.intensity')}</dt>
      <dd>
        {t('case.intensityOf', { count: card.intensity })}
        {card.children && ` · ${t('case.children')}`}
        {card.sexualViolence === 'mentioned' && ` · ${t('case.mentioned')}`}
      </dd>
    </dl>
  );
}

/** Kinds of review whose word is used on other pages too. */
const REVIEW_KINDS: Readonly<Record<string, string>> = { law: 'shared.law', language: 'shared.language' };

function Review({ scenario }: { scenario: ScenarioCard }) {
  const t = useT('trainer');
  if (scenario.reviewers.length === 0) return <p class="small dim">{t('case.notReviewed')}</p>;
  return (
    <ul class="plain row tight">
      {scenario.reviewers.map((review) => (
        <li key={`${review.who} ${review.kind}`}>
          <Chip tone={review.state === 'approved' ? 'good' : 'plain'} title={review.who}>
            {textForId('trainer', REVIEW_KINDS[review.kind] ?? `case.review.${review.kind}`)}:{' '}
            {textForId('trainer', `case.state.${review.state}`)}
          </Chip>
        </li>
      ))}
    </ul>
  );
}

function Findings({ scenario }: { scenario: ScenarioCard }) {
  const t = useT('trainer');
  if (scenario.findings.length === 0) return null;
  return (
    <details class="more">
      <summary>{t('case.findings', { count: scenario.findings.length })}</summary>
      <ul class="plain stack tight findings">
        {scenario.findings.map((finding) => (
          <li key={`${finding.place} ${finding.code}`} data-severity={finding.severity}>
            <code dir="ltr">{finding.place}</code> {finding.message} <span class="dim">{finding.remedy}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
