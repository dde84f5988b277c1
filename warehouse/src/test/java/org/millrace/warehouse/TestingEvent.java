package org.millrace.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One event as it would stand in bronze. */
public record TestingEvent(
    String type, String aggregate, long version, String company, long position, String payload) {

  String id() {
    return "event-" + position;
  }

  /** Some weeks of a small shop, the same for the same seed. */
  public static List<TestingEvent> shop(int invoices, long seed) {
    Random random = new Random(seed);
    List<TestingEvent> events = new ArrayList<>();
    add(
        events,
        "item.item-registered",
        "item:SHOP/I1",
        1,
        "{'code':'I1','name':'Lamp','unit':'pcs','kind':'stocked','materials':[]}");
    add(
        events,
        "item.item-changed",
        "item:SHOP/I1",
        2,
        "{'code':'I1','name':'Big lamp','unit':'pcs','kind':'stocked','materials':[]}");
    int onHand = 10_000;
    for (int i = 1; i <= invoices; i++) {
      int quantity = 1 + random.nextInt(9);
      int cents = quantity * 250;
      onHand -= quantity;
      String day = "2011-0" + (1 + i % 3) + "-1" + random.nextInt(9);
      String head = head(i, day, cents, cents);
      String line =
          "{'line':1,'item':'I%d','itemName':'Item','itemKind':'stocked','quantity':%d,"
                  .formatted(1 + i % 2, quantity)
              + "'unitPrice':2.50,'netAmount':%s,'costAmount':%s}"
                  .formatted(money(cents), money(cents / 2));
      add(
          events,
          "sales.invoice-posted",
          "sales-invoice:SHOP/" + i,
          1,
          "{'invoice':{" + head + ",'lines':[" + line + "]}}");
      add(events, "stock.goods-moved", "goods-movement:SHOP/M" + i, 1, moved(i, quantity, onHand));
      add(
          events,
          "ledger.journal-entry-posted",
          "journal-entry:SHOP/" + i,
          1,
          entry(i, day, cents));
      if (i % 3 == 0) {
        add(
            events,
            "sales.payment-received",
            "sales-invoice:SHOP/" + i,
            2,
            "{'payment':{'number':'P%d','date':'%s','amount':%s,'currency':'GBP'},"
                    .formatted(i, day, money(cents))
                + "'invoice':{"
                + head(i, day, cents, 0)
                + "}}");
      }
    }
    return events;
  }

  /** An invoice with one line, 4 for 2.50; a net amount other than 10.00 breaks a rule. */
  public static TestingEvent invoice(int number, String netAmount, long position) {
    String line =
        "{'line':1,'item':'I1','itemName':'Lamp','itemKind':'stocked','quantity':4,"
            + "'unitPrice':2.50,'netAmount':%s,'costAmount':5.00}".formatted(netAmount);
    String payload =
        "{'invoice':{" + head(number, "2011-03-12", 1000, 1000) + ",'lines':[" + line + "]}}";
    return new TestingEvent(
        "sales.invoice-posted",
        "sales-invoice:SHOP/" + number,
        1,
        "SHOP",
        position,
        payload.replace('\'', '"'));
  }

  private static String head(int number, String day, int cents, int open) {
    return ("'number':'%d','kind':'invoice','sourceNumber':'%d','customer':{'code':'C%d',"
            + "'name':'Customer','country':'%s','walkIn':false},'invoiceDate':'%s',"
            + "'dueDate':'%s','currency':'GBP','netAmount':%s,'costAmount':%s,"
            + "'paidAmount':%s,'openAmount':%s")
        .formatted(
            number,
            number,
            number % 5,
            number % 2 == 0 ? "France" : "Norway",
            day,
            day,
            money(cents),
            money(cents / 2),
            money(cents - open),
            money(open));
  }

  private static String moved(int number, int quantity, int onHand) {
    return ("{'number':'M%d','reason':'issue','document':{'domain':'sales','type':'invoice',"
            + "'number':'%d'},'currency':'GBP','lines':[{'line':1,'item':'I1',"
            + "'location':'MAIN','quantity':-%d,'unitCost':1.25,'value':-%s,"
            + "'onHandAfter':%d,'averageCostAfter':1.25}]}")
        .formatted(number, number, quantity, money(quantity * 125), onHand);
  }

  private static String entry(int number, String day, int cents) {
    return ("{'number':%d,'postingDate':'%s','currency':'GBP','rule':'sale','text':'Sale',"
            + "'document':{'domain':'sales','type':'invoice','number':'%d'},'lines':["
            + "{'line':1,'account':'1100','accountName':'Accounts receivable',"
            + "'accountType':'asset','debit':%s,'credit':0},"
            + "{'line':2,'account':'4000','accountName':'Sales revenue',"
            + "'accountType':'revenue','debit':0,'credit':%s}]}")
        .formatted(number, day, number, money(cents), money(cents));
  }

  private static void add(
      List<TestingEvent> events, String type, String aggregate, long version, String payload) {
    events.add(
        new TestingEvent(
            type, aggregate, version, "SHOP", events.size() + 1L, payload.replace('\'', '"')));
  }

  private static String money(int cents) {
    return cents / 100 + "." + String.format("%02d", cents % 100);
  }
}
