/** One inject: text, time, unmet conditions, expected answer, and the actions fire, hold and skip. */
import type { AnyCommand } from '../../../../../shared/vocabulary/commands.ts';
import { formatSpan } from '../../../../i18n/formats.ts';
import { Button, CaseTime, Chip, Dialog, Prose, RoleTag, useKit, useT } from '../../../kit/index.ts';
import { useNames } from '../../../../names/use-names.ts';
import type { PlannedInject } from './coming.ts';
import { useConsole } from '../console-context.ts';
import { useRoom } from '../../class/room.tsx';
import { textForId } from '../../../../i18n/index.ts';
import { WaitList } from '../../../debrief/waits.tsx';

export function InjectDialog({ id }: { id: string }) {
  const { plan, show } = useConsole();
  const { card } = useKit();
  const { name } = useNames();
  const inject = plan.find((each) => each.inject === id);
  if (!inject) return null;
  const found = card(`inject:${id}`);
  return (
    <Dialog open title={name('inject', id)} onClose={() => show(undefined)} footer={<Actions inject={inject} />}>
      <Facts inject={inject} />
      <Prose text={found?.text} />
      {inject.status === 'waiting' && <WhyNotYet inject={inject} />}
      <Expected inject={inject} />
    </Dialog>
  );
}

function Facts({ inject }: { inject: PlannedInject }) {
  const t = useT('trainer');
  const { card } = useKit();
  const found = card(`inject:${inject.inject}`);
  return (
    <p class="row tight">
      <Chip>{t(`inject.${inject.status}`)}</Chip>
      {inject.time !== undefined && <CaseTime at={inject.time} />}
      <Chip>{textForId('common', `injectChannel.${inject.channel}`)}</Chip>
      {found?.from && <bdi>{found.from}</bdi>}
      <span aria-hidden="true">→</span>
      {inject.to.map((role) =>
        role === 'everyone' ? <span key={role}>{t('everyone')}</span> : <RoleTag key={role} role={role} />,
      )}
    </p>
  );
}

function WhyNotYet({ inject }: { inject: PlannedInject }) {
  const t = useT('trainer');
  return (
    <section class="stack tight">
      <h3>{t('inject.whyNot')}</h3>
      {inject.overtaken && <p>{t('inject.overtaken')}</p>}
      {inject.waits.length > 0 ? (
        <WaitList waits={inject.waits} />
      ) : (
        <p>{t(inject.conditional ? 'inject.soon' : 'inject.byStory')}</p>
      )}
      {inject.delay !== undefined && <p class="small dim">{t('inject.delay', { span: formatSpan(inject.delay) })}</p>}
    </section>
  );
}

function Expected({ inject }: { inject: PlannedInject }) {
  const t = useT('trainer');
  const { card } = useKit();
  const what = card(`inject:${inject.inject}`)?.facts?.expects?.what;
  if (!inject.expects || what === undefined) return null;
  return (
    <section class="stack tight">
      <h3>{t('inject.expects')}</h3>
      <p dir="auto">{what}</p>
      <p class="row tight">
        {inject.expects.who.map((role) => (
          <RoleTag key={role} role={role} />
        ))}
        {inject.answer && (
          <Chip tone={inject.answer.state === 'met' ? 'good' : inject.answer.state === 'missed' ? 'alert' : 'due'}>
            {t(inject.answer.state === 'open' ? 'notYet' : `inject.answer.${inject.answer.state}`)}
          </Chip>
        )}
      </p>
    </section>
  );
}

function Actions({ inject }: { inject: PlannedInject }) {
  const t = useT('trainer');
  const { show } = useConsole();
  const { tools, publicState } = useRoom();
  const act = async (body: AnyCommand): Promise<void> => {
    const answer = await tools.send(body);
    if (answer.ok) show(undefined);
  };
  if (inject.status === 'fired') return null;
  const canHold = inject.status === 'planned' || inject.status === 'due' || inject.status === 'waiting';
  return (
    <>
      {inject.status !== 'skipped' && inject.status !== 'pocket' && (
        <Button kind="quiet" onClick={() => void act({ type: 'skip-inject', inject: inject.inject })}>
          {t('inject.skip')}
        </Button>
      )}
      {canHold && (
        <Button kind="quiet" onClick={() => void act({ type: 'hold-inject', inject: inject.inject })}>
          {t('inject.hold')}
        </Button>
      )}
      {inject.status === 'held' && (
        <Button kind="quiet" onClick={() => void act({ type: 'release-inject', inject: inject.inject })}>
          {t('inject.release')}
        </Button>
      )}
      {inject.status !== 'skipped' && (
        <Button
          autofocus
          disabled={publicState.status !== 'running'}
          onClick={() => void act({ type: 'fire-inject', inject: inject.inject })}
        >
          {t('inject.fire')}
        </Button>
      )}
    </>
  );
}
