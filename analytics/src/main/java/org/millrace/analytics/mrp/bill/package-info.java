/**
 * What one unit of an item takes, level by level. Read {@link
 * org.millrace.analytics.mrp.bill.Bills} first. Plain Java; imports nothing of ours.
 */
package org.millrace.analytics.mrp.bill;
