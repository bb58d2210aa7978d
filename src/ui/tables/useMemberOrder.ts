import { useEffect, useState } from 'react';
import type { MemberColumns, MemberQuery } from '../../core/model/members';
import { useServices } from '../context';

/** Members in the order of a query. Until the worker has answered, the last order stays. */
export interface MemberOrder {
  /** Null for all members as they are stored. */
  readonly order: Uint32Array | null;
  readonly failed: boolean;
}

const STORED: MemberOrder = { order: null, failed: false };

/** Sorts and filters in a worker: on the page it would hold up 300,000 members for a second. */
export function useMemberOrder(members: MemberColumns, query: MemberQuery): MemberOrder {
  const { session } = useServices();
  const [result, setResult] = useState({ ...STORED, members });
  const { sort, descending, filter, types } = query;
  const isStored = sort === 'stored' && !descending && filter === '' && types === undefined;
  useEffect(() => {
    if (isStored) return undefined;
    const cancel = new AbortController();
    const show = (next: MemberOrder): void => {
      if (!cancel.signal.aborted) setResult({ ...next, members });
    };
    session.orderMembers({ sort, descending, filter, ...(types ? { types } : {}) }, cancel.signal).then(
      (order) => show({ order, failed: false }),
      () => show({ order: null, failed: true }),
    );
    return () => cancel.abort();
  }, [session, members, isStored, sort, descending, filter, types]);
  return isStored || result.members !== members ? STORED : result;
}
