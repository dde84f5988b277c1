package org.millrace.party;

/** What a party is to the company. */
public enum Role {
  CUSTOMER,
  SUPPLIER,
  /** The company itself, with the address, numbers and accounts that its own papers carry. */
  COMPANY
}
