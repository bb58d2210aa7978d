import type { ReactNode } from 'react';
import type { Workspace } from '../../app/state';
export function TamperBoard({ workspace }: { workspace: Workspace }): ReactNode { return workspace.archive.name; }
