/** Why a reading was ended before it was through. */
export type Ending = 'time' | 'memory' | 'died' | 'cancelled' | 'broken';

/** What an administrator reads; the file itself is stored before any reading begins. */
export const stoppedBecause: Readonly<Record<Ending, string>> = {
  time: 'Reading this file took longer than its limit and was stopped. The file is kept; what was read until then is shown. Files that are damaged or made to do harm behave like this.',
  memory:
    'Reading this file took more memory than its limit and was stopped. The file is kept; what was read until then is shown. Files that are damaged or made to do harm behave like this.',
  died: 'The process that read this file ended without warning. The file is kept; what was read until then is shown. Try to read it again; if it fails again, the file is probably damaged.',
  cancelled: 'Reading was cancelled. The file is kept and can be read again.',
  broken:
    'The reader failed on this file, which is a fault of the program and not of the file. The file is kept; what was read until then is shown.',
};
