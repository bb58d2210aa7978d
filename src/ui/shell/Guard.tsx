import { Component, type ReactNode } from 'react';
import { Broken } from './Broken';

/** Catches what a view throws, so that a fault of the page is a sentence on the screen and not a white page. */
export class Guard extends Component<{ children: ReactNode }, { fault: string | null }> {
  override state = { fault: null };

  static getDerivedStateFromError(error: unknown): { fault: string } {
    return { fault: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    return fault === null ? this.props.children : <Broken fault={fault} />;
  }
}
