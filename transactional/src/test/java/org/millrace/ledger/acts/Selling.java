package org.millrace.ledger.acts;

import java.util.List;
import java.util.function.Supplier;
import org.millrace.HttpAnswer;
import tools.jackson.databind.JsonNode;

/** What is sold: at once and by orders, at home and abroad, paid for and taken back. */
record Selling(Firm firm) {
  List<Supplier<HttpAnswer>> acts() {
    return List.of(
        this::sell,
        this::sellAbroad,
        this::orderSold,
        this::prepay,
        this::payPrepaid,
        this::payPrepaid,
        this::deliver,
        this::deliver,
        this::invoiceOrder,
        this::invoiceOrder,
        this::credit,
        this::takeMoney,
        this::reversePayment,
        this::payParty);
  }

  HttpAnswer sell() {
    String item = firm.sold();
    return firm.send(
        "/sales/invoices",
        "{'customer':'%s','location':'%s','lines':[{'item':'%s','quantity':%s,'unitPrice':%s%s%s}],"
            + "%s}",
        firm.party(),
        firm.place(),
        item,
        firm.some(5),
        firm.price(),
        firm.tax(),
        firm.lot(item),
        firm.when());
  }

  HttpAnswer sellAbroad() {
    String item = firm.sold();
    String currency = firm.abroad();
    return firm.send(
        "/sales/invoices",
        "{'customer':'%s','currency':'%s','location':'%s',"
            + "'lines':[{'item':'%s','quantity':%s,'unitPrice':%s%s%s}],%s}",
        firm.party(),
        currency,
        firm.place(),
        item,
        firm.some(3),
        firm.price(),
        firm.tax(),
        firm.lot(item),
        firm.when());
  }

  HttpAnswer orderSold() {
    return firm.send(
        "/sales/orders",
        "{'customer':'%s',%s'lines':[%s,%s],%s}",
        firm.party(),
        firm.random().nextInt(3) == 0 ? "'currency':'" + firm.abroad() + "'," : "",
        line(firm.random().nextInt(3) == 0 ? firm.sold() : Firm.SERVICE),
        line(Firm.SERVICE),
        firm.when());
  }

  private String line(String item) {
    return "{'item':'%s','quantity':%s,'unitPrice':%s%s}"
        .formatted(item, firm.some(6), firm.price(), firm.tax());
  }

  HttpAnswer prepay() {
    return firm.change(
        "/sales/orders",
        firm.any("/sales/orders"),
        "/prepayment-invoices",
        "{'percent':%d%s,%s}",
        1 + firm.random().nextInt(60),
        firm.random().nextInt(3) == 0 ? ",'taxPoint':'invoice'" : "",
        firm.when());
  }

  HttpAnswer payPrepaid() {
    JsonNode open = firm.any("/sales/invoices?purpose=prepayment");
    return firm.change(
        "/sales/invoices", open, "/payments", "{'amount':%s,%s}", firm.open(open), firm.when());
  }

  HttpAnswer deliver() {
    JsonNode order = firm.any("/sales/orders");
    return firm.change(
        "/sales/orders",
        order,
        "/deliveries",
        "{'location':'%s','othersGoods':'taken',%s%s}",
        firm.place(),
        firm.random().nextBoolean()
            ? ""
            : "'lines':[{'line':1,'quantity':%s%s}],"
                .formatted(firm.some(4), firm.lot(firm.itemOf(order))),
        firm.when());
  }

  HttpAnswer invoiceOrder() {
    return firm.change(
        "/sales/orders", firm.any("/sales/orders"), "/invoices", "{%s}", firm.when());
  }

  HttpAnswer credit() {
    JsonNode invoice = firm.any("/sales/invoices");
    return firm.change(
        "/sales/invoices",
        invoice,
        "/credit-notes",
        "{'location':'%s','lines':[{'line':1,'quantity':%s}],%s}",
        firm.place(),
        firm.some(3),
        firm.when());
  }

  HttpAnswer takeMoney() {
    JsonNode invoice = firm.any("/sales/invoices");
    return firm.change(
        "/sales/invoices",
        invoice,
        "/payments",
        "{'amount':%s,%s}",
        firm.part(invoice),
        firm.when());
  }

  HttpAnswer reversePayment() {
    String list = firm.random().nextBoolean() ? "/sales/payments" : "/purchasing/payments";
    return firm.reverse(list, firm.numberOf(firm.any(list)));
  }

  HttpAnswer payParty() {
    boolean in = firm.random().nextBoolean();
    JsonNode item = firm.any(in ? "/sales/invoices" : "/purchasing/invoices");
    return firm.send(
        "/settlement/payments",
        "{'direction':'%s','party':'%s','amount':%s,'items':[{'kind':'%s','number':'%s'}],%s}",
        in ? "in" : "out",
        item.at("/customer/code").asString(item.at("/supplier/code").asString("P1")),
        firm.price(),
        in ? "invoice" : "supplier-invoice",
        firm.numberOf(item),
        firm.when());
  }
}
