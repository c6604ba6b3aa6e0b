/** Interviews: the people to interview and how often each was, the plan, and the interview. */
import '../../../styles/work.css';
import { useEffect } from 'preact/hooks';
import { go, Notice, useRoute, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { PeopleList } from './people-list.tsx';
import { PlanForm } from './plan-form.tsx';
import { kindsFor, peopleRows } from './selectors.ts';
import { Session } from './session.tsx';

export default function InterviewsScreen() {
  const seat = useSeat();
  const t = useT('work');
  const id = useRoute().parts[2];
  const [planning, setPlanning, stopPlanning] = seat.draft('interview-planning', { person: '' });
  const open = peopleRows(seat.world, seat.role).find((row) => row.person === planning.person)?.open;
  useEffect(() => {
    if (open === undefined) return;
    stopPlanning();
    go(`/play/interviews/${open}`);
  }, [open]);

  const interview = id === undefined ? undefined : seat.world.interviews[id];
  if (id !== undefined && interview) return <Session id={id} interview={interview} />;
  if (planning.person !== '' && open === undefined)
    return <PlanForm person={planning.person} onCancel={stopPlanning} />;
  return (
    <div class="stack wide">
      <header class="stack tight">
        <h1>{t('nav.interviews')}</h1>
        <p class="dim">{t('interview.lead')}</p>
      </header>
      {kindsFor(seat.can).length === 0 && <Notice>{t('interview.noPower')}</Notice>}
      <PeopleList onPlan={(person) => setPlanning({ person })} />
    </div>
  );
}
