package org.millrace;

import java.util.function.BiConsumer;

/**
 * Goods of the firm of the tests that are told apart: oil, which expires, by lot, a frame by serial
 * number.
 */
final class TestingLots {
  private TestingLots() {}

  /** Two lots of oil and a frame come; of one lot some is missing. */
  static void keep(BiConsumer<String, String> act) {
    act.accept("items", "{'code':'OIL','name':'Oil','tracking':'lot','expires':true}");
    act.accept("items", "{'code':'FRAME','name':'Frame','tracking':'serial'}");
    String line = "{'item':'%s','quantity':%d,'unitCost':20,'lot':'%s'%s}";
    String day = ",'expiresOn':'2999-12-31'";
    act.accept(
        "stock/movements",
        "{'lines':[%s,%s,%s]}"
            .formatted(
                line.formatted("OIL", 4, "O-1", day),
                line.formatted("OIL", 2, "O-2", day),
                line.formatted("FRAME", 1, "F-1", "")));
    act.accept("stock/movements", "{'lines':[{'item':'OIL','quantity':-1,'lot':'O-2'}]}");
  }
}
