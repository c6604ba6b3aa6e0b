import { useEffect } from 'preact/hooks';
import type { Request } from '../../../../shared/exercise/world.ts';
import { useT } from '../../../i18n/index.ts';
import { isOpenRequest, knownItems } from '../../../state/selectors.ts';
import {
  Button,
  Card,
  CaseTime,
  Checks,
  Chip,
  Deadline,
  LinkButton,
  Prose,
  Radios,
  TextArea,
} from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';

/** One request: content, basis, deadline, answers, and the answer form if this desk received it. */
export function RequestPage({ id }: { id: string }) {
  const t = useT('share');
  const seat = useSeat();
  const names = useNames();
  const request = seat.world.requests[id];
  const answers = request?.answers.length ?? 0;
  useEffect(() => seat.markSeen(`request:${id}`), [id, answers]);
  if (!request) return null;
  const about = [
    request.item && names.item(request.item),
    request.person && names.person(request.person),
    request.place && names.place(request.place),
  ].filter(Boolean);
  return (
    <Card
      level={2}
      title={names.requestKind(request.kind)}
      aside={request.due !== undefined && isOpenRequest(request) && <Deadline due={request.due} />}
    >
      <dl class="facts">
        <dt>{t('shared.from')}</dt>
        <dd>{names.actor(request.by, request.seat)}</dd>
        <dt>{t('shared.to')}</dt>
        <dd>{names.receiver(request.to)}</dd>
        {about.length > 0 && (
          <>
            <dt>{t('request.about')}</dt>
            <dd>
              <bdi>{about.join(' · ')}</bdi>
            </dd>
          </>
        )}
        <dt>{t('shared.whichBasis')}</dt>
        <dd>{t(`basis.${request.basis}`)}</dd>
        <dt>{t('request.at')}</dt>
        <dd>
          <CaseTime at={request.at} />
        </dd>
      </dl>
      <Prose text={seat.textOf(request.text)} />
      <Answers request={request} />
      {!seat.readOnly && request.to === seat.role && isOpenRequest(request) && <AnswerForm id={id} />}
      <div class="row">
        <LinkButton href="/play/inbox/requests" kind="quiet" size="small">
          {t('request.back')}
        </LinkButton>
      </div>
    </Card>
  );
}

function Answers({ request }: { request: Request }) {
  const t = useT('share');
  const seat = useSeat();
  const names = useNames();
  return (
    <section class="stack tight">
      <h3>{t('request.answers')}</h3>
      {request.answers.length === 0 && <p class="dim">{t('shared.noAnswer')}</p>}
      {request.answers.map((answer) => (
        <div key={answer.at} class="stack tight">
          <p class="row tight">
            <Chip tone={answer.outcome === 'answered' ? 'good' : 'plain'}>{t(`requestOutcome.${answer.outcome}`)}</Chip>
            <span class="small dim">
              <CaseTime at={answer.at} /> · {seat.law?.bodies[answer.by]?.title ?? names.actor(answer.by)}
            </span>
          </p>
          {answer.holding && <Prose text={seat.card(`holding:${answer.holding}`)?.text} />}
          {answer.outcome === 'nothing-held' && <Prose text={seat.law?.bodies[request.to]?.['nothing-held']} />}
          <Prose text={seat.textOf(answer.text)} />
          <p class="row tight">
            {answer.parts.map((item) => (
              <a key={item} class="chip" href={`/play/board/${item}`}>
                <bdi>{names.item(item)}</bdi>
              </a>
            ))}
          </p>
        </div>
      ))}
    </section>
  );
}

type Outcome = 'accepted' | 'refused' | 'answered';

function AnswerForm({ id }: { id: string }) {
  const t = useT('share');
  const seat = useSeat();
  const names = useNames();
  const { busy, send } = useSend();
  const [form, set, clear] = seat.draft<{ outcome: Outcome; items: string[]; text: string }>(`answer:${id}`, {
    outcome: 'answered',
    items: [] as string[],
    text: '',
  });
  const submit = (): void =>
    send(
      {
        type: 'answer-request',
        request: id,
        outcome: form.outcome,
        items: form.outcome === 'answered' ? form.items : [],
        ...(form.text.trim() ? { text: form.text } : {}),
      },
      clear,
    );
  const items = knownItems(seat.world, seat.role).map((value) => ({ value, label: names.item(value) }));
  return (
    <div class="stack">
      <h3>{t('request.answer')}</h3>
      <Radios
        label={t('request.outcome')}
        value={form.outcome}
        onChange={(outcome) => set({ outcome: outcome as Outcome })}
        options={(['answered', 'accepted', 'refused'] as const).map((value) => ({
          value,
          label: t(`answer.${value}`),
          hint: t(`answerHint.${value}`),
        }))}
      />
      {form.outcome === 'answered' && items.length > 0 && (
        <Checks
          label={t('request.items')}
          hint={t('request.itemsWhy')}
          columns
          values={form.items}
          onChange={(chosen) => set({ items: chosen })}
          options={items}
        />
      )}
      <TextArea
        label={t('request.words')}
        hint={t(form.outcome === 'refused' ? 'request.refuseWhy' : 'request.wordsWhy')}
        value={form.text}
        onChange={(text) => set({ text })}
      />
      <div class="row">
        <Button busy={busy} onClick={submit}>
          {t('request.sendAnswer')}
        </Button>
      </div>
    </div>
  );
}
