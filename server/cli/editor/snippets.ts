/** Snippets for editors, by section. `${1:…}` is the first stop of the cursor. */
export interface Snippet {
  label: string;
  description: string;
  body: Record<string, unknown>;
}

export const SNIPPETS: Readonly<Record<string, readonly Snippet[]>> = {
  roles: [
    {
      label: 'new desk',
      description: 'An agency’s part in this case.',
      body: {
        '${1:police}': {
          desk: '${2:anti-trafficking-police}',
          seats: '${3:1-6}',
          at: '${4:place}',
          brief: '${5:Who they are, what they can do, what they hold.}',
          'first-steps': ['${6:Read what you hold.}'],
        },
      },
    },
  ],
  places: [
    {
      label: 'new place',
      description: 'A place on the map.',
      body: {
        '${1:bus-park}': {
          name: '${2:Bus park}',
          text: '${3:What one sees there.}',
          map: ['${4:50}', '${5:50}'],
          near: { '${6:place}': '${7:10m}' },
        },
      },
    },
  ],
  people: [
    {
      label: 'new person',
      description: 'A person of the story.',
      body: {
        '${1:nyota}': {
          name: '${2:Nyota}',
          appears: '${3:a girl with a green scarf}',
          sex: '${4:female}',
          status: '${5:presumed-victim}',
          age: { real: '${6:16}' },
          language: '${7:language}',
          at: '${8:place}',
          needs: ['${9:safe-accommodation}'],
        },
      },
    },
  ],
  items: [
    {
      label: 'new item to be found',
      description: 'A piece of evidence that lies at a place.',
      body: {
        '${1:bus-manifest}': {
          kind: '${2:document}',
          title: '${3:Passenger list}',
          text: '${4:What it says.}',
          found: { at: '${5:place}', takes: '${6:10m}' },
          'needed-by': ['${7:police}'],
        },
      },
    },
    {
      label: 'new item that lasts only so long',
      description: 'Perishable evidence: after `lasts` it cannot be found any more.',
      body: {
        '${1:camera-picture}': {
          kind: '${2:digital}',
          title: '${3:Picture of the camera}',
          text: '${4:What it shows.}',
          found: { at: '${5:place}', takes: '${6:10m}' },
          lasts: '${7:2h}',
        },
      },
    },
    {
      label: 'new testimony',
      description: 'What a person tells; an answer or a screening gives it.',
      body: {
        '${1:night-work}': {
          kind: 'testimony',
          title: '${2:Work at night}',
          text: '${3:What was said.}',
          source: '${4:person}',
        },
      },
    },
  ],
  interviews: [
    {
      label: 'new interview',
      description: 'A talk with one topic and one question.',
      body: {
        '${1:nyota-first}': {
          with: '${2:person}',
          kind: '${3:first-questions}',
          title: '${4:First questions}',
          topics: {
            '${5:safety}': {
              title: '${6:How you are}',
              questions: {
                '${7:feel-now}': {
                  type: '${8:care}',
                  says: '${9:How are you? Do you need anything?}',
                  answers: [{ says: '${10:I am tired.}' }],
                },
              },
            },
          },
        },
      },
    },
  ],
  questions: [
    {
      label: 'new question',
      description: 'A question with an answer that needs trust and one that always comes.',
      body: {
        '${1:tell-me}': {
          type: '${2:open}',
          says: '${3:Tell me what happened, in your own time.}',
          answers: [
            {
              when: { person: '${4:person}', trust: { 'at-least': '${5:6}' } },
              says: '${6:The fuller answer.}',
              tells: ['${7:item}'],
            },
            { says: '${8:I do not want to talk about it.}' },
          ],
        },
      },
    },
  ],
  services: [
    {
      label: 'new service',
      description: 'A place or a person of help to whom people can be referred.',
      body: {
        '${1:children-home}': {
          name: '${2:Children’s home}',
          text: '${3:What it offers.}',
          at: '${4:place}',
          meets: ['${5:safe-accommodation}'],
          room: '${6:4}',
          accepts: { 'age-to': '${7:17}' },
        },
      },
    },
  ],
  injects: [
    {
      label: 'new inject at a time',
      description: 'Planned: it comes at a moment of the case.',
      body: {
        '${1:press-call}': {
          title: '${2:A journalist calls}',
          at: '${3:day 1 10:00}',
          to: ['${4:police}'],
          channel: '${5:call}',
          from: '${6:A journalist}',
          text: '${7:What is said.}',
        },
      },
    },
    {
      label: 'new inject when something happens',
      description: 'Contingency: it comes when a condition becomes true.',
      body: {
        '${1:uncle-calls}': {
          title: '${2:The uncle calls}',
          when: { happened: '${3:screened}', person: '${4:person}' },
          to: ['${5:police}'],
          channel: '${6:call}',
          from: '${7:Mr Ado}',
          text: '${8:What is said.}',
        },
      },
    },
    {
      label: 'new inject in the trainer’s hand',
      description: 'Pocket: the trainer fires it when the class needs it.',
      body: {
        '${1:hint}': {
          title: '${2:A hint}',
          pocket: '${3|help,pressure,complication|}',
          to: ['${4:everyone}'],
          channel: '${5:message}',
          from: '${6:Your supervisor}',
          text: '${7:What is said.}',
        },
      },
    },
  ],
  decisions: [
    {
      label: 'new decision',
      description: 'A choice that desks make together.',
      body: {
        '${1:where-to-stop}': {
          title: '${2:Where to stop the bus}',
          text: '${3:What there is to weigh.}',
          propose: ['${4:police}'],
          agree: ['${5:child-protection}'],
          options: {
            '${6:rest-stop}': { title: '${7:At the rest stop}' },
            '${8:road-block}': { title: '${9:With a road block}' },
          },
        },
      },
    },
  ],
  statecharts: [
    {
      label: 'new thread',
      description: 'A statechart with two states.',
      body: {
        '${1:suspects}': {
          initial: '${2:unaware}',
          states: {
            '${2:unaware}': { on: { '${3:signal}': '${4:alerted}' } },
            '${4:alerted}': { title: '${5:They know}' },
          },
        },
      },
    },
  ],
  states: [
    {
      label: 'new state',
      description: 'A state with a way on and what happens on entering it.',
      body: {
        '${1:screening}': {
          title: '${2:Screening}',
          on: { '${3:screened}': '${4:next}' },
          entry: [{ send: '${5:signal}' }],
        },
      },
    },
  ],
  rubric: [
    {
      label: 'new task',
      description: 'Something that is asked of the class, with its window and the chance to do it.',
      body: {
        '${1:guardian-in-time}': {
          title: '${2:A guardian is told in time}',
          competency: '${3:protection-and-referral}',
          weight: '${4:must}',
          do: { happened: '${5:guardian-notified}', person: '${6:person}' },
          window: { after: { happened: '${7:screened}', person: '${6:person}' }, within: '${8:60m}' },
          chance: { happened: '${7:screened}', person: '${6:person}' },
          teaches: '${9:Why it matters.}',
        },
      },
    },
  ],
  'red-lines': [
    {
      label: 'new red line',
      description: 'What must never happen.',
      body: {
        '${1:child-in-cells}': {
          title: '${2:A child is held in cells}',
          when: { person: '${3:person}', at: '${4:cells}' },
          caps: ['${5:safety-first}'],
          teaches: '${6:Why the line stands.}',
        },
      },
    },
  ],
};
