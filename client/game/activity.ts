import type Phaser from 'phaser';

/** Puts the game loop to sleep while nothing moves: phones in a class run on batteries. */
export class Activity {
  readonly #game: Phaser.Game;
  #until = 0;

  constructor(game: Phaser.Game) {
    this.#game = game;
    game.events.on('postrender', () => this.#sleepIfStill());
  }

  /** Keeps the loop running for `ms` from now. */
  keepAwake(ms = 500): void {
    this.#until = Math.max(this.#until, performance.now() + ms);
    if (!this.#game.loop.running && !document.hidden) this.#game.loop.wake();
  }

  #sleepIfStill(): void {
    const { loop, scene } = this.#game;
    const moving = scene.getScenes(true).some((each) => each.tweens.getTweens().length > 0);
    if (loop.running && !moving && performance.now() > this.#until) loop.sleep();
  }
}
