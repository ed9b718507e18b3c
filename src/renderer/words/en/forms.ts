/** Words of the form parts that several rooms share. */
export const forms = {
  when: {
    day: 'Day',
    time: 'Time',
    zone: 'On the clock of',
    twice: 'The clocks went back then and showed this time twice; the earlier one is taken.',
    skipped: 'The clocks went forward then and skipped this time. Correct the time.',
  },
};
