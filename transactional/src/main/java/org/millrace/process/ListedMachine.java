package org.millrace.process;

import org.millrace.document.list.Listed;

/**
 * A kind of document with states, as the list of them shows it.
 *
 * @param states how many there are
 * @param transitions how many ways lead from one to another, or to the same
 */
@Listed(
    searched = {"domain", "type"},
    sorted = "id",
    key = "id")
record ListedMachine(String id, String domain, String type, int states, int transitions) {}
