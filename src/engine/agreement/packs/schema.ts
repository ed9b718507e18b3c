import { z } from 'zod';
import { AgreementPack, EventKind, eventKinds } from '../../../contract/agreement.ts';

const ABOUT =
  'One agreement, one law, or the steps of a unit without an agreement. docs/agreements.md says what each part means; npm run check:packs says what a schema cannot.';

/** The published JSON Schema of a pack as a person writes it: what may be left out is not asked for. */
export function packJsonSchema(): z.core.JSONSchema.JSONSchema {
  const schema = z.toJSONSchema(AgreementPack, {
    io: 'input',
    reused: 'ref',
    // What a date may be is checked by the engine; here the written form is told.
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema !== EventKind) return;
      jsonSchema.type = 'string';
      jsonSchema.enum = Object.keys(eventKinds);
    },
  });
  return { ...schema, title: 'Pack of rules for Evenhand', description: ABOUT };
}
