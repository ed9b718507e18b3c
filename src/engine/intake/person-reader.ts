/** A person is a reader too: what they write down are items of a reading by `person`, beside what a machine made of the file. */
export const PERSON_READER = 'person';
