import { useEffect, useState } from 'react';
import { failureOf } from '../../app/failure';
import type { ErrorCode } from '../../core/errors';
import type { Archive } from '../../core/model/archive';
import type { BytesMap } from '../../core/model/byteRuns';
import { useServices } from '../context';

interface MemberBytesState {
  readonly of: string | null;
  readonly map: BytesMap | null;
  readonly failure: ErrorCode | null;
}

const NOTHING: MemberBytesState = { of: null, map: null, failure: null };

/** The bytes of a member, read in a worker; nothing until it has answered. */
export function useMemberBytes(archive: Archive, index: number): Omit<MemberBytesState, 'of'> {
  const { session } = useServices();
  const [state, setState] = useState(NOTHING);
  const of = `${archive.name} ${index}`;
  useEffect(() => {
    if (index < 0) return undefined;
    const cancel = new AbortController();
    session.memberBytes(index, cancel.signal).then(
      (map) => {
        if (!cancel.signal.aborted) setState({ of, map, failure: null });
      },
      (error: unknown) => {
        if (!cancel.signal.aborted) setState({ of, map: null, failure: failureOf(error).code });
      },
    );
    return () => cancel.abort();
  }, [session, archive, index, of]);
  return state.of === of ? state : NOTHING;
}
