// Loaded before a service, it makes of it a version with a fault: training's reaction fails at people of one town.
await import('../../tools/swc-hook.mjs');
const { Consumer } = await import('@lotsennetz/kernel');

const { run } = Consumer.prototype;
Consumer.prototype.run = function (signal) {
  const { reaction } = this;
  if (reaction.consumer.startsWith('training.'))
    this.reaction = {
      ...reaction,
      handle: (event) =>
        JSON.stringify(event.data).includes('Giftstadt')
          ? Promise.reject(new TypeError('a version with a fault'))
          : reaction.handle(event),
    };
  return run.call(this, signal);
};
