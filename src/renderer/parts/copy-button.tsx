import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';

interface CopyButtonProps {
  readonly label: string;
  readonly done: string;
  readonly copy: () => Promise<void>;
  /** Only the sign, with the label for a screen reader and under the pointer. */
  readonly compact?: boolean;
}

/** Copies something to the clipboard and says that it did. */
export function CopyButton({ label, done, copy, compact = false }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const sign = copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={label}
        title={label}
        onClick={() => void copy().then(() => setCopied(true))}
        onBlur={() => setCopied(false)}
      >
        {sign}
        {compact ? null : <span className="copy-button-words">{copied ? done : label}</span>}
      </Button>
      <span className="unseen" role="status">
        {copied ? done : ''}
      </span>
    </>
  );
}
