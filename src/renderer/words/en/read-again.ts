import { many } from './parts.ts';

/** Words for reading a file a second time: with a password, or because a better reader came. */
export const readAgain = {
  heading: 'Read again',
  password: {
    button: 'Enter the password',
    title: 'Open with a password',
    about:
      'Whoever handed the file over may know the password. It is used for this reading and kept nowhere; where it opens the file, what lies inside becomes evidence.',
    label: 'Password',
    action: 'Open the file',
    missing: 'Type the password first.',
  },
  button: 'Read again',
  about: 'After an update Evenhand may read more of a file than before. The earlier reading stays in the record.',
  started: 'The file is being read again; the bar below says what comes of it.',
  left: {
    heading: (n: number) => `${many(n, 'link stands', 'links stand')} on words of an earlier reading`,
    about: 'The new reading has other words there. Look at each, and link the passage anew where it still counts.',
  },
};
