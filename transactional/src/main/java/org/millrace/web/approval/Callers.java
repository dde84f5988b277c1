package org.millrace.web.approval;

import java.util.List;
import java.util.Set;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;

/** What users may do who are not here now. */
public interface Callers {
  /**
   * The user as a caller, with all permissions that the user's roles give now.
   *
   * @throws org.millrace.shared.Refused as forbidden when the user may not come in any more
   */
  Caller of(String user);

  /** The active users who hold a role for a company, by name. */
  List<String> holding(CompanyCode company, String role);

  /** The roles that give a permission, by name. */
  Set<String> rolesGiving(String permission);
}
