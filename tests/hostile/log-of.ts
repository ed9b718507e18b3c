import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the watched reading processes of a test process tell what they tried. */
export const logOf = (parent: number): string => join(tmpdir(), `evenhand-watched-${parent}.log`);
