/** The one door through which this room takes its dates and times. */
export { Temporal } from 'temporal-polyfill';
