/**
 * Goods that suppliers leave here and that stay theirs until they are taken over. Read {@link
 * org.millrace.purchasing.consignment.Consignment} first.
 */
package org.millrace.purchasing.consignment;
