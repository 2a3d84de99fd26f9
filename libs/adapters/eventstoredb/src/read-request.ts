import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Position, Revision } from '@lotsennetz/kernel';
import { commitOf } from './positions.js';

const { ReadReq } = streams;
const { Options } = ReadReq;

export type ReadRequest = InstanceType<typeof ReadReq>;
type ReadOptions = InstanceType<typeof Options>;

/** Records the server looks at before it answers with what it has found; its own default of 32 makes it slow. */
const searchWindow = 500;

/** Events of one stream from a revision on, at most `count`. */
export function streamRequest(name: string, from: Revision, count: number): ReadRequest {
  const stream = new Options.StreamOptions();
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(name, 'utf8'));
  stream.setStreamIdentifier(identifier);
  stream.setRevision(String(from));
  const options = optionsOf();
  options.setStream(stream);
  options.setNoFilter(new shared.Empty());
  options.setCount(countOf(count));
  return requestOf(options);
}

/** Which streams are wanted, and from where on. */
export interface AllRequest {
  readonly prefixes: readonly string[];
  readonly from: Position | undefined;
}

/** Events of all those streams, at most `count`; `from` is read too. The client itself cannot filter here. */
export function allRequest(wanted: AllRequest, count: number): ReadRequest {
  const options = allOptions(wanted);
  options.setCount(countOf(count));
  return requestOf(options);
}

/** The newest event of those streams. */
export function newestRequest(prefixes: readonly string[]): ReadRequest {
  const options = allOptions({ prefixes, from: undefined });
  const all = new Options.AllOptions();
  all.setEnd(new shared.Empty());
  options.setAll(all);
  options.setReadDirection(Options.ReadDirection.BACKWARDS);
  options.setCount('1');
  return requestOf(options);
}

/** The same streams without end; `from` is not sent again. */
export function subscriptionRequest(wanted: AllRequest): ReadRequest {
  const options = allOptions(wanted);
  options.setSubscription(new Options.SubscriptionOptions());
  return requestOf(options);
}

function allOptions({ prefixes, from }: AllRequest): ReadOptions {
  const expression = new Options.FilterOptions.Expression();
  expression.setPrefixList([...prefixes]);
  const filter = new Options.FilterOptions();
  filter.setStreamIdentifier(expression);
  filter.setMax(searchWindow);
  filter.setCheckpointintervalmultiplier(1);
  const options = optionsOf();
  options.setAll(allFrom(from));
  options.setFilter(filter);
  return options;
}

function allFrom(from: Position | undefined): InstanceType<typeof Options.AllOptions> {
  const all = new Options.AllOptions();
  if (!from) {
    all.setStart(new shared.Empty());
    return all;
  }
  const position = new Options.Position();
  position.setCommitPosition(commitOf(from));
  position.setPreparePosition(commitOf(from));
  all.setPosition(position);
  return all;
}

function optionsOf(): ReadOptions {
  const ids = new Options.UUIDOption();
  ids.setString(new shared.Empty());
  const options = new Options();
  options.setUuidOption(ids);
  options.setResolveLinks(false);
  options.setReadDirection(Options.ReadDirection.FORWARDS);
  return options;
}

function requestOf(options: ReadOptions): ReadRequest {
  const request = new ReadReq();
  request.setOptions(options);
  return request;
}

const countOf = (count: number) => String(Math.min(count, Number.MAX_SAFE_INTEGER));
