package org.millrace;

import java.util.function.BiFunction;
import org.millrace.sales.TestingSelling.Step;

/** Goods of a supplier that are kept here, taken over in part and returned. */
final class TestingConsignments {
  private static final String PATH = "purchasing/consignments";

  private TestingConsignments() {}

  /** Lots come; of one consignment is taken over and returned, another one was a mistake. */
  static void keep(BiFunction<String, String, HttpAnswer> make, Step step) {
    TestingLots.keep(make::apply);
    String first = came(make);
    step.act(first + "/take-over", "{'lines':[{'line':1,'quantity':2}]}", 1);
    step.act(first + "/return", "{'reason':'Not sold'}", 2);
    step.act(came(make) + "/cancel", "{'reason':'Came twice'}", 1);
  }

  private static String came(BiFunction<String, String, HttpAnswer> make) {
    String body =
        "{'supplier':'S','priceCurrency':'EUR','note':'Spring','lines':[{'item':'OIL',"
            + "'quantity':3,'unitPrice':19,'lot':'O-9','expiresOn':'2099-01-01'}]}";
    return PATH + "/" + make.apply(PATH, body).json().get("number").asString();
  }
}
