package org.millrace.planning.proposal;

import java.time.Instant;
import java.time.LocalDate;
import org.millrace.document.list.Listed;

/**
 * What taking a plan did to the proposals: made anew, changed, withdrawn as no longer proposed,
 * left as they were, and left alone because a planner had decided on them.
 */
@Listed(searched = "planVersion", sorted = "-asOf,-takenAt", key = "plan_version")
record TakenPlan(
    String planVersion,
    LocalDate asOf,
    Instant takenAt,
    int made,
    int changed,
    int withdrawn,
    int unchanged,
    int decided) {}
