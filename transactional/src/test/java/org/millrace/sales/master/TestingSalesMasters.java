package org.millrace.sales.master;

import org.millrace.TestingMasters;

/** What sales look up of the masters in memory. */
public final class TestingSalesMasters {
  private TestingSalesMasters() {}

  public static SalesMasters of(TestingMasters masters) {
    return new SalesMasters(masters.companies(), masters.parties(), masters.items());
  }
}
