import type { Spawn } from './poolWorker';
import { serve, type MethodTable } from './serve';

/** Threads that are none: the same messages through the same doors, all in this thread. For tests and for one-thread hosts. */
export function loopback(methods: MethodTable): Spawn {
  return () => {
    const { port1, port2 } = new MessageChannel();
    const stop = serve(port2, methods);
    return {
      port: port1,
      onCrash() {},
      terminate() {
        stop();
        port1.close();
      },
    };
  };
}
