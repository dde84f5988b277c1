package org.millrace.party;

/** What a party is to the company. */
public enum Role {
  CUSTOMER,
  SUPPLIER
}
