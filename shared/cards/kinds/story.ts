/** Cards of play: injects, questions and answers, decisions, operations, answers of outside bodies. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import type { ScriptFacts } from '../../protocol/cards.ts';
import { type CardKind, filled, hasEnded, nth, own, type Reader } from '../reader.ts';
import { knowsPlace } from './desks.ts';

export const injectCard: CardKind<'inject'> = {
  may: ({ world, viewer, compiled }, id) => {
    const inject = own(world.injects, id);
    if (
      !inject ||
      inject.firedAt === undefined ||
      viewer.role === undefined ||
      own(compiled.scenario.injects, id) === undefined
    )
      return false;
    return inject.to.includes(viewer.role) || inject.to.includes('everyone');
  },
  make: (words, compiled, id, limited) => {
    const inject = own(compiled.scenario.injects, id);
    if (!inject) return undefined;
    return filled({
      title: words.text('injects', id, 'title'),
      text: words.text('injects', id, 'text'),
      kind: inject.channel,
      from: words.text('injects', id, 'from'),
      warning: words.maybe('injects', id, 'warning'),
      // The expected reaction is for the trainer only.
      facts: limited
        ? undefined
        : filled({
            at: inject.at,
            pocket: inject.pocket,
            to: inject.to,
            delay: inject.delay,
            contingent: inject.when !== undefined,
            expects: inject.expects && {
              who: inject.expects.who,
              what: words.text('injects', id, 'expects', 'what'),
              within: inject.expects.within,
            },
          }),
    });
  },
};

const splitQuestion = (address: string): [script: string, topic: string, question: string, answer: string] => {
  const [script = '', topic = '', question = '', answer = ''] = address.split('.');
  return [script, topic, question, answer];
};

function questionAt({ scenario }: CompiledScenario, address: string) {
  const [script, topic, question] = splitQuestion(address);
  const found = own(own(scenario.interviews, script)?.topics ?? {}, topic);
  return own(found?.questions ?? {}, question);
}

/** A question is readable once it is offered or was asked. */
export const questionCard: CardKind<'question'> = {
  may: ({ world }, address) =>
    Object.values(world.interviews).some(
      (interview) => interview.offered.includes(address) || interview.turns.some((turn) => turn.question === address),
    ),
  make: (words, compiled, address, limited) => {
    const question = questionAt(compiled, address);
    if (!question) return undefined;
    const [script, topic, id] = splitQuestion(address);
    const path = ['interviews', script, 'topics', topic, 'questions', id] as const;
    // A better wording is feedback, so it comes with the debrief.
    const coach = !limited || hasEnded(limited) ? words.maybe(...path, 'better') : undefined;
    return {
      text: words.text(...path, 'says'),
      kind: question.type,
      facts: filled({ topic, topicTitle: words.text('interviews', script, 'topics', topic, 'title'), better: coach }),
    };
  },
};

/** `script.topic.question.0`, once the answer was given. */
export const answerCard: CardKind<'answer'> = {
  may: ({ world }, address) => {
    const [script, topic, question, answer] = splitQuestion(address);
    return Object.values(world.interviews).some((interview) =>
      interview.turns.some(
        (turn) =>
          turn.question === `${script}.${topic}.${question}` &&
          turn.answer !== undefined &&
          String(turn.answer) === answer,
      ),
    );
  },
  make: (words, compiled, address) => {
    const [script, topic, id, index] = splitQuestion(address);
    const answer = nth(questionAt(compiled, address)?.answers, index);
    if (!answer) return undefined;
    const path = ['interviews', script, 'topics', topic, 'questions', id, 'answers', Number(index)] as const;
    return {
      text: words.text(...path, 'says'),
      // The person's own words stay the same in every language of the class.
      facts: filled({ own: answer.own, manner: words.maybe(...path, 'manner') }),
    };
  },
};

/** The whole script of an interview, for trainers only. */
export const scriptCard: CardKind<'script'> = {
  may: () => false,
  make: (words, compiled, id) => {
    const script = own(compiled.scenario.interviews, id);
    if (!script) return undefined;
    return {
      title: words.text('interviews', id, 'title'),
      kind: script.kind,
      facts: {
        with: script.with,
        rules: script.rules,
        bestPlace: script['best-place'],
        topics: words.branch('interviews', id, 'topics') as ScriptFacts['topics'],
      },
    };
  },
};

export const decisionCard: CardKind<'decision'> = {
  may: ({ world, compiled }, id) =>
    own(world.decisions, id) !== undefined && own(compiled.scenario.decisions, id) !== undefined,
  make: (words, compiled, id) => {
    const decision = own(compiled.scenario.decisions, id);
    if (!decision) return undefined;
    const options = Object.keys(decision.options).map((option) => [
      option,
      filled({
        title: words.text('decisions', id, 'options', option, 'title'),
        text: words.maybe('decisions', id, 'options', option, 'text'),
      }),
    ]);
    return {
      title: words.text('decisions', id, 'title'),
      text: words.text('decisions', id, 'text'),
      facts: { options: Object.fromEntries(options), propose: decision.propose, agree: decision.agree },
    };
  },
};

export const operationCard: CardKind<'operation'> = {
  may: ({ world, compiled }, id) =>
    own(world.operations, id) !== undefined && own(compiled.scenario.operations, id) !== undefined,
  make: (words, compiled, id, limited) => {
    const operation = own(compiled.scenario.operations, id);
    if (!operation) return undefined;
    const { lead, beds, languages, sections } = operation;
    // A plan must not reveal a place that is not on this desk's map yet.
    const at = !limited || knowsPlace(limited, operation.at) ? operation.at : undefined;
    return {
      title: words.text('operations', id, 'title'),
      text: words.text('operations', id, 'text'),
      facts: filled({ at, lead, beds, languages, sections, needToKnow: operation['need-to-know'] }),
    };
  },
};

/** The answer of an outside body. */
export const holdingCard: CardKind<'holding'> = {
  may: ({ world }, id) =>
    Object.values(world.requests).some((request) => request.answers.some((answer) => answer.holding === id)),
  make: (words, compiled, id) => {
    const holding = own(compiled.scenario.holdings, id);
    return holding
      ? { text: words.text('holdings', id, 'says'), facts: { body: holding.body, kind: holding.kind } }
      : undefined;
  },
};

/** Cards of the debrief are readable when the exercise has ended. */
const isAfterEnd = (reader: Reader): boolean => hasEnded(reader);

export const taskCard: CardKind<'task'> = {
  may: isAfterEnd,
  make: (words, compiled, id) => {
    const task = own(compiled.scenario.rubric, id);
    if (!task) return undefined;
    return {
      title: words.text('rubric', id, 'title'),
      text: words.text('rubric', id, 'teaches'),
      kind: task.weight,
      facts: filled({ competency: task.competency, desks: task.desks, sop: task.sop }),
    };
  },
};

export const redLineCard: CardKind<'red-line'> = {
  may: isAfterEnd,
  make: (words, compiled, id) => {
    const line = own(compiled.scenario['red-lines'], id);
    if (!line) return undefined;
    return {
      title: words.text('red-lines', id, 'title'),
      text: words.text('red-lines', id, 'teaches'),
      facts: { caps: line.caps, desks: line.desks },
    };
  },
};

export const pinCard: CardKind<'pin'> = {
  may: isAfterEnd,
  make: (words, compiled, id) =>
    own(compiled.scenario.debrief.pins, id) ? { text: words.text('debrief', 'pins', id, 'asks') } : undefined,
};

export const victimEyeCard: CardKind<'victim-eye'> = {
  may: isAfterEnd,
  make: (words, compiled, id) => {
    const line = own(compiled.scenario.debrief['victim-eye'], id);
    return line ? { text: words.text('debrief', 'victim-eye', id, 'says'), facts: { person: line.person } } : undefined;
  },
};

export const promptsCard: CardKind<'prompts'> = {
  may: isAfterEnd,
  make: (words) => ({ facts: { prompts: words.lines('debrief', 'prompts') } }),
};

export const modelCard: CardKind<'model'> = {
  may: isAfterEnd,
  make: (words) => {
    const text = words.maybe('debrief', 'model');
    return text === undefined ? undefined : { text };
  },
};
