/**
 * Fapiao of suppliers: recorded once, verified, matched with bills, and taken back by red ones.
 *
 * <p>Read {@link org.millrace.paper.fapiao.RecordFapiao} first.
 */
package org.millrace.paper.fapiao;
