import { Component, type ReactNode } from 'react';

interface ScreenBoundaryProps {
  /** Shown in place of a screen that failed to draw. */
  readonly fallback: (again: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** One screen that fails to draw must not take the window with it. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(() => this.setState({ failed: false })) : this.props.children;
  }
}
