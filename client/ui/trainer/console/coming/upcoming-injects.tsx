/** Upcoming injects: scheduled ones in lanes over time, conditional ones in a list. */
import './coming.css';
import { CaseTime, RoleTag, useNow, useT, Waiting } from '../../../kit/index.ts';
import { useNames } from '../../../../names/use-names.ts';
import type { PlannedInject, Span } from './coming.ts';
import { lanesOf, spanOf } from './coming.ts';
import { useConsole } from '../console-context.ts';
import { WaitWords } from '../../../debrief/waits.tsx';

/** The share of a lane's width that an inject takes; the stylesheet uses the same width. */
const PILL_WIDTH = 0.21;

export function UpcomingInjects() {
  const t = useT('trainer');
  const { plan, answer } = useConsole();
  const span = spanOf(plan, useNow());
  return (
    <section class="coming" aria-labelledby="coming-title">
      <div class="spread">
        <h2 id="coming-title">{t('coming.title')}</h2>
        <p class="small dim coming-span">
          {answer && (
            <>
              <CaseTime at={span.from} short /> – <CaseTime at={span.to} short /> ·{' '}
            </>
          )}
          <kbd>N</kbd> {t('coming.next')} · <kbd>H</kbd> {t('coming.hold')}
        </p>
      </div>
      {answer ? <Parts span={span} /> : <Waiting />}
    </section>
  );
}

/** The lanes and the list; before the plan has arrived they would say that nothing comes. */
function Parts({ span }: { span: Span }) {
  const t = useT('trainer');
  const { plan } = useConsole();
  const now = useNow();
  const lanes = lanesOf(plan, span, PILL_WIDTH);
  const share = Math.max(0, Math.min(1, (now - span.from) / (span.to - span.from)));
  const waiting = plan.filter(
    (inject) => inject.time === undefined && (inject.status === 'waiting' || inject.status === 'held'),
  );
  return (
    <div class="coming-parts">
      <div class="lanes" style={{ '--now': share }}>
        {lanes.length === 0 && <p class="dim lanes-empty">{t('coming.nothing')}</p>}
        {lanes.map((lane) => (
          <div class="lane" key={lane.lane} style={{ '--rows': lane.rows }}>
            <span class="lane-name small">
              {lane.lane === 'everyone' ? t('everyone') : <RoleTag role={lane.lane} />}
            </span>
            <div class="lane-track">
              {lane.injects.map(({ inject, start, row }) => (
                <InjectPill key={inject.inject} inject={inject} at={{ start, row }} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <div class="waiting-list">
        <h3>{t('coming.waiting', { count: waiting.length })}</h3>
        {waiting.length === 0 && <p class="small dim">{t('coming.noneWaiting')}</p>}
        <ul class="plain stack tight">
          {waiting.map((inject) => (
            <li key={inject.inject}>
              <InjectPill inject={inject} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function InjectPill({ inject, at }: { inject: PlannedInject; at?: { start: number; row: number } }) {
  const t = useT('trainer');
  const { show } = useConsole();
  const { name } = useNames();
  const place = at
    ? {
        insetInlineStart: `${at.start * 100}%`,
        insetBlockStart: `calc(${at.row} * var(--lane-row) + 3px)`,
        inlineSize: `${PILL_WIDTH * 100 - 0.6}%`,
      }
    : undefined;
  const first = inject.waits[0];
  return (
    <button
      type="button"
      class="pill"
      data-status={inject.status}
      style={place}
      onClick={() => show({ open: 'inject', inject: inject.inject })}
    >
      <span class="pill-title spoiler" dir="auto">
        {name('inject', inject.inject)}
      </span>
      <span class="pill-note small">
        {inject.status === 'fired' && <span aria-hidden="true">✓ </span>}
        {inject.time !== undefined && <CaseTime at={inject.time} short />}{' '}
        {!at || inject.status === 'held' || inject.status === 'skipped' || inject.status === 'fired'
          ? t(`inject.${inject.status}`)
          : ''}
        {!at && first && inject.status === 'waiting' && (
          <span class="spoiler">
            : <WaitWords wait={first} />
          </span>
        )}
      </span>
    </button>
  );
}
