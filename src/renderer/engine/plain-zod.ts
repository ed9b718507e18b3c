import { z } from 'zod';

// The window's content policy forbids building code from text, which zod otherwise tries as soon as a schema is made.
// So this file is imported before anything of the contract.
z.config({ jitless: true });
