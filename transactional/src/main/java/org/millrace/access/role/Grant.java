package org.millrace.access.role;

import org.millrace.shared.Caller;

/** A role, given for one company or for every one. */
public record Grant(String company, String role) implements Comparable<Grant> {
  /** In the place of a company: all of them. */
  public static final String EVERY_COMPANY = Caller.EVERY_COMPANY;

  /** A role for every company. */
  public static Grant everywhere(String role) {
    return new Grant(EVERY_COMPANY, role);
  }

  @Override
  public int compareTo(Grant other) {
    int byCompany = company.compareTo(other.company);
    return byCompany != 0 ? byCompany : role.compareTo(other.role);
  }
}
