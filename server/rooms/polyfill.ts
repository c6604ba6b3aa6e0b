/** Colyseus 0.18 reads the global `WebSocket.OPEN` while somebody joins; Node 20 has no such global. */
import { WebSocket } from 'ws';

(globalThis as { WebSocket?: unknown }).WebSocket ??= WebSocket;
