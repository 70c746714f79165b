package dev.rejoin.crdt.json;

/**
 * What tells the two files of a journal from all copies of them. A copy of the lock has another
 * key, or was changed later, or holds another nonce, since nobody can set the time at which a file
 * was changed; a copy of the journal itself has another key.
 *
 * @param nonce what the lock holds, drawn at random each time that somebody begins to write
 * @param lock the key of the lock
 * @param changed when the lock was changed
 * @param journal the key of the journal
 */
record Witness(String nonce, String lock, String changed, String journal) {}
