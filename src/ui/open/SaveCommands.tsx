import type { ReactNode } from 'react';
import { CommandList } from '../common/CommandList';
import { SAVE_COMMANDS } from './commands';

/** How to get a tar that opens here. */
export function SaveCommands(): ReactNode {
  return <CommandList commands={SAVE_COMMANDS} />;
}
