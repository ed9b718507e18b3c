import type { Mailbox } from '../files/eml.ts';

// Everyone here is invented. Telephone numbers are from the range kept for fiction; every mail domain ends in .example.

export const tolliver: Mailbox = { name: 'Ray Tolliver', address: 'ray.tolliver@mailbox.example' };
export const whitcombe: Mailbox = { name: 'Dana Whitcombe', address: 'dwhitcombe@soundshore.example' };
export const whitcombeAtHome: Mailbox = { name: 'Dana Whitcombe', address: 'dana.whitcombe@homepost.example' };
export const sprague: Mailbox = { name: 'Walter Sprague', address: 'wsprague@soundshore.example' };
export const oduya: Mailbox = { name: 'Karen Oduya', address: 'koduya@soundshore.example' };
export const bergstrom: Mailbox = { name: 'Lena Bergstrom', address: 'lbergstrom@soundshore.example' };
export const marisolReyes: Mailbox = { name: 'Marisol Reyes', address: 'marisol.reyes@mailbox.example' };
export const castellano: Mailbox = { name: 'Bev Castellano', address: 'bev@sound-shore-educators.example' };
export const naito: Mailbox = { name: 'Paul Naito', address: 'pnaito@soundshore.example' };

/** Ray Tolliver's own telephone. */
export const tolliverPhone = '+1 (203) 555-0142';
