import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import './parts.css';

interface EmptyStateProps {
  readonly icon?: ReactNode;
  /** What belongs here. */
  readonly title: string;
  /** How it gets here. */
  readonly about: string;
  /** The one thing to do. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** An empty place that teaches: what belongs here, how it gets here, one button. */
export function EmptyState({ icon, title, about, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon === undefined ? null : (
        <div className="empty-icon" aria-hidden>
          {icon}
        </div>
      )}
      <h2>{title}</h2>
      <p>{about}</p>
      {action === undefined ? null : <Button onClick={action.run}>{action.label}</Button>}
    </div>
  );
}
