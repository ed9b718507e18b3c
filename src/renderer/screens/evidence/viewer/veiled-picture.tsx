import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../../words/use-words.ts';
import type { BodyProps } from './body-props.ts';
import { PictureView } from './picture-view.tsx';

/** A graphic picture stays veiled until somebody asks for it; going on to another item veils it again. */
export function VeiledPicture(props: BodyProps) {
  const words = useWords().keptOut.veil;
  const [shown, setShown] = useState(false);
  if (!props.item.view.veiled) return <PictureView {...props} />;
  return (
    <div className="stack-close">
      <div className="veiled" data-shown={shown}>
        <IconEyeOff size={20} aria-hidden />
        <p>{words.veiled}</p>
        <Button variant="default" onClick={() => setShown(!shown)}>
          {shown ? words.hide : words.show}
        </Button>
      </div>
      {shown ? <PictureView {...props} /> : null}
    </div>
  );
}
