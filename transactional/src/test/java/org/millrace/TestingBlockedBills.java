package org.millrace;

import java.util.function.BiFunction;

/** Bills that do not fit, one for each decision, and one without an order. */
final class TestingBlockedBills {
  private TestingBlockedBills() {}

  /** What is done to a document in a version of it. */
  interface Acts {
    HttpAnswer act(String path, String body, int version);
  }

  /** Makes them in a firm that buys wheels at 12.50. */
  static void make(BiFunction<String, String, HttpAnswer> post, Acts acts, String wheels) {
    String number = number(post.apply("purchasing/orders", wheels));
    acts.act("purchasing/orders/" + number + "/receipts", "{}", 1);
    String dear =
        "{'order':'%s','lines':[{'line':1,'quantity':20,'unitPrice':15}],".formatted(number)
            + "'charges':[{'text':'Freight','amount':9,'onGoods':true}]}";
    String list = "purchasing/blocked-bills";
    String refused = list + "/" + number(post.apply(list, dear));
    acts.act(refused + "/ask-credit-note", "{'reason':'Too dear'}", 1);
    acts.act(refused + "/refuse", "{'reason':'None came'}", 2);
    post.apply(list, dear);
    String accepted = list + "/" + number(post.apply(list, dear));
    acts.act(accepted + "/accept", "{'reason':'Agreed'}", 1);
    post.apply(
        "purchasing/invoices",
        "{'supplier':'S','charges':[{'text':'Advice','amount':80,'account':'6000'}]}");
  }

  private static String number(HttpAnswer answer) {
    return answer.json().get("number").asString();
  }
}
