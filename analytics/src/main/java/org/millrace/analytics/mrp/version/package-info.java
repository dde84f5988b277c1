/**
 * What changed from one plan to the next. Read {@link
 * org.millrace.analytics.mrp.version.PlanDifference} first. Plain Java; imports proposals.
 */
package org.millrace.analytics.mrp.version;
