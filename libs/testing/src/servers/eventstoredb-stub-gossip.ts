import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { ClusterInfo, MemberInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { sendUnaryData } from '@grpc/grpc-js';

const { FOLLOWER, LEADER } = gossip.MemberInfo.VNodeState;

/** Whoever looks for the cluster by `esdb+discover:` is told of the stub as its leader, and of a follower that is none. */
export function gossipOf(port: () => number): (_: unknown, answer: sendUnaryData<ClusterInfo>) => void {
  return (_, answer) => {
    const info = new gossip.ClusterInfo();
    info.setMembersList([member(FOLLOWER, 1), member(LEADER, port())]);
    answer(null, info);
  };
}

function member(state: MemberInfo.VNodeState, port: number): MemberInfo {
  const endPoint = new gossip.EndPoint();
  endPoint.setAddress('127.0.0.1');
  endPoint.setPort(port);
  const id = new shared.UUID();
  id.setString('00000000-0000-7000-8000-000000000000');
  const found = new gossip.MemberInfo();
  found.setInstanceId(id);
  found.setTimeStamp('0');
  found.setState(state);
  found.setIsAlive(true);
  found.setHttpEndPoint(endPoint);
  return found;
}
