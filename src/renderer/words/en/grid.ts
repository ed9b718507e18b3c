export const grid = { title: 'grid' };
