package org.millrace.analytics.mrp;

/** What is needed, what covers it and which covers which, all items planned. */
record Netted(PlanFrame frame, Needs needs, Supplies supplies, Pegs pegs) {}
