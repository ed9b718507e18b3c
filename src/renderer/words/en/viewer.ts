export const viewer = { title: 'viewer' };
