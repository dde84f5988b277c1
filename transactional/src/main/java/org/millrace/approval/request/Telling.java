package org.millrace.approval.request;

import java.time.Instant;
import org.millrace.approval.RequestNumber;
import org.millrace.shared.CompanyCode;

/** Tells users what happens to requests. */
interface Telling {
  /** What happens to the request from then on is told to the user. */
  void tell(CompanyCode company, RequestNumber request, String user, Instant from);
}
