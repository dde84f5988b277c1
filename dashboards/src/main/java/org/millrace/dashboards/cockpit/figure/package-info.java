/**
 * Boards with their numbers: one request answers a whole board, one request answers one figure.
 *
 * <p>Read BoardsHttp first, then ChartAnswers. May import definition, query, session and Spring.
 */
package org.millrace.dashboards.cockpit.figure;
