import type { CommandId, RecordedEvent, StreamName } from '@lotsennetz/kernel';
import { KnownCommands } from './known-commands.js';

const [stream, other] = ['training.course-siegen_1', 'training.course-siegen_2'] as StreamName[] as [
  StreamName,
  StreamName,
];
const command = (name: string) => name as CommandId;
const event = (revision: number, commandId?: string) =>
  ({ revision, meta: commandId ? { commandId } : {} }) as Pick<RecordedEvent, 'revision' | 'meta'>;

describe('known commands', () => {
  it('knows nothing of a stream it has not seen', () => {
    expect(new KnownCommands().reach(stream)).toBeUndefined();
  });
  it('an empty stream is known too', () => {
    const known = new KnownCommands();
    known.learn(stream, -1, []);
    expect(known.reach(stream)).toBe(-1);
  });
  it('remembers the last event of each command', () => {
    const known = new KnownCommands();
    known.learn(stream, -1, [event(0, 'a'), event(1, 'a'), event(2), event(3, 'b')]);
    expect(known.reach(stream)).toBe(3);
    expect(known.revisionOf(stream, command('a'))).toBe(1);
    expect(known.revisionOf(stream, command('b'))).toBe(3);
    expect(known.revisionOf(other, command('a'))).toBeUndefined();
  });
  it('what overlaps is learnt once, what leaves a gap not at all', () => {
    const known = new KnownCommands();
    known.learn(stream, -1, [event(0, 'a'), event(1, 'b')]);
    known.learn(stream, 0, [event(1, 'b'), event(2, 'c')]);
    known.learn(stream, 3, [event(4, 'e')]);
    expect(known.reach(stream)).toBe(2);
    expect(known.revisionOf(stream, command('e'))).toBeUndefined();
  });
  it('begins at the beginning only', () => {
    const known = new KnownCommands();
    known.learn(stream, 4, [event(5, 'f')]);
    expect(known.reach(stream)).toBeUndefined();
  });
  it('forgets what is in doubt', () => {
    const known = new KnownCommands();
    known.learn(stream, -1, [event(0, 'a')]);
    known.forget(stream);
    expect(known.reach(stream)).toBeUndefined();
  });
  it('forgets the stream not used for the longest time when there are too many', () => {
    const known = new KnownCommands({ streams: 2, commands: 100 });
    known.learn(stream, -1, [event(0, 'a')]);
    known.learn(other, -1, []);
    known.learn(stream, 0, [event(1, 'b')]);
    known.learn('training.course-siegen_3' as StreamName, -1, []);
    expect(known.reach(other)).toBeUndefined();
    expect(known.reach(stream)).toBe(1);
  });
  it('forgets streams when there are too many commands, but never the one in use', () => {
    const known = new KnownCommands({ streams: 10, commands: 2 });
    known.learn(stream, -1, [event(0, 'a')]);
    known.learn(other, -1, [event(0, 'a'), event(1, 'b'), event(2, 'c')]);
    expect(known.reach(stream)).toBeUndefined();
    expect(known.reach(other)).toBe(2);
  });
});
