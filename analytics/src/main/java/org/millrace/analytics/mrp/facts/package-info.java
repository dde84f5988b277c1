/**
 * What planning starts from. Read {@link org.millrace.analytics.mrp.facts.PlanFacts} first.
 * Quantities are exact to a millionth. Plain Java; imports lot rules, bills and calendars.
 */
package org.millrace.analytics.mrp.facts;
