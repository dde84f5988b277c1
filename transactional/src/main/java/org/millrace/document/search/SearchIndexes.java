package org.millrace.document.search;

/**
 * Gives each table of documents the index of its search, whatever kind was added since; one over
 * other columns than those searched now goes. Views have none.
 */
public interface SearchIndexes {
  /**
   * Brings the index of a table up to date in the running transaction and names it; empty where the
   * search looks into no text.
   */
  String keep(String table, SearchText searched);
}
