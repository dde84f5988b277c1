package org.millrace.approval.request;

import java.time.LocalDate;
import java.util.List;
import org.millrace.approval.Decider;
import org.millrace.shared.CompanyCode;

/** Who may decide a step. */
interface Deciders {
  /** Holders of a role, each by the role, then who decides in their place on a day. */
  List<Decider> of(CompanyCode company, String role, LocalDate day);
}
