/** The floor of a start: Colyseus and Express with a hello route, bundled like the server. */
import { createServer } from 'node:http';
import { defineRoom, defineServer, Room } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { Application } from 'express';

class HelloRoom extends Room {}

const server = defineServer({
  greet: false,
  gracefullyShutdown: false,
  transport: new WebSocketTransport({ server: createServer() }),
  rooms: { hello: defineRoom(HelloRoom) },
  express: (app: Application) => {
    app.get('/', (_request, response) => void response.send('hello'));
  },
});
await server.listen(0, '127.0.0.1');
process.stdout.write('hello is ready\n');
