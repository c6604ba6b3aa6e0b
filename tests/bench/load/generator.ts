/** The load generator process. Its channel tells it whom to connect and when to act; it answers with measurements. */
import { actOf, placing } from './acts.ts';
import { enterClass, openClasses, type Place, ROLES } from './baraza-rooms.ts';
import { Crowd, type RunOptions } from './crowd.ts';
import { SocketClient } from './socket-client.ts';

export type Question =
  | { do: 'open'; url: string; key: string; rooms: number; members: number }
  | { do: 'enter'; url: string }
  | { do: 'enter-bare'; url: string; rooms: string[]; members: number }
  | { do: 'run'; side: 'ours' | 'bare'; options: RunOptions };

let classes: Place[][] = [];
const crowds: Partial<Record<'ours' | 'bare', Crowd>> = {};

function tellBare(client: SocketClient): undefined {
  client.send('act', Math.random());
  return undefined;
}

async function answer(question: Question): Promise<unknown> {
  switch (question.do) {
    case 'open':
      classes = await openClasses(question.url, question.key, question);
      return classes;
    case 'enter': {
      const rooms: SocketClient[][] = [];
      for (const places of classes) rooms.push(await enterClass(question.url, places));
      crowds.ours = new Crowd(
        rooms,
        (client, place, kind) => client.request('command', kind ? placing(place) : actOf(ROLES)),
        true,
      );
      return true;
    }
    case 'enter-bare': {
      const rooms: SocketClient[][] = [];
      for (const room of question.rooms) {
        const clients: SocketClient[] = [];
        for (let made = 0; made < question.members; made += 1)
          clients.push(await SocketClient.enter(question.url, room));
        rooms.push(clients);
      }
      crowds.bare = new Crowd(rooms, (client) => tellBare(client), false);
      return true;
    }
    case 'run':
      return crowds[question.side]?.run(question.options);
    default:
      return undefined;
  }
}

process.on('message', (question: Question) => {
  answer(question).then(
    (result) => process.send?.({ answer: result }),
    (error: unknown) => process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : error }),
  );
});
process.on('disconnect', () => process.exit(0));
