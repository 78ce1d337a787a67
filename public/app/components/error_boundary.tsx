import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** Where the reader is: an error of one place is not shown at another. */
  readonly place: string;
  /** What is shown instead of what could not be drawn. @param again draws it again */
  readonly notice: (error: Error, again: () => void) => ReactNode;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | undefined;
}

/**
 * Limits an error during drawing to the part below it. Without it, React removes the whole page and
 * leaves an empty window. Only a class can do this. React itself writes the error to the console.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined };

  static getDerivedStateFromError(thrown: unknown): ErrorBoundaryState {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override componentDidUpdate({ place }: ErrorBoundaryProps): void {
    if (place !== this.props.place && this.state.error !== undefined) this.again();
  }

  private readonly again = (): void => this.setState({ error: undefined });

  override render(): ReactNode {
    const { error } = this.state;
    const { notice, children } = this.props;
    return error === undefined ? children : notice(error, this.again);
  }
}
