/** The keys and indexes that lead from the top of a document to a value. */
export type ValuePath = readonly (string | number)[];
