/** A thread that sends as fast as it can, so that who measures is not slowed down by who attacks. */
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

const { port, head, frame, forMs } = workerData;
const socket = connect(port, '127.0.0.1');
const began = performance.now();
let sent = 0;
const many = Buffer.concat(Array.from({ length: 512 }, () => Buffer.from(frame)));
const end = () => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort.postMessage({ sent, goneAfterMs: performance.now() - began });
  process.exit();
};
const pump = () => {
  while (!socket.destroyed && socket.writable) {
    sent += 512;
    if (!socket.write(many)) {
      socket.once('drain', pump);
      return;
    }
    if (performance.now() - began > forMs) socket.destroy();
  }
};
socket.on('error', () => undefined);
socket.on('close', end);
socket.write(Buffer.from(head));
socket.once('data', () => {
  // The room waits for the word that its greeting has come.
  socket.write(Buffer.from(workerData.greeting));
  pump();
});
socket.resume();
setTimeout(() => socket.destroy(), forMs).unref();
