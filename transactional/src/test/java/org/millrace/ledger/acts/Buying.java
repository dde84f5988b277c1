package org.millrace.ledger.acts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Supplier;
import org.millrace.HttpAnswer;
import tools.jackson.databind.JsonNode;

/** What is bought: ordered, received, billed, paid, sent back. */
record Buying(Firm firm) {
  List<Supplier<HttpAnswer>> acts() {
    return List.of(
        this::order,
        this::receive,
        this::bill,
        this::payBill,
        this::reverseBill,
        this::sendBack,
        this::land,
        this::reverseLanding);
  }

  HttpAnswer order() {
    return firm.send(
        "/purchasing/orders",
        "{'supplier':'%s','lines':[{'item':'%s','quantity':%s,'unitPrice':%s}],%s}",
        firm.party(),
        firm.item(),
        firm.some(12),
        firm.price(),
        firm.when());
  }

  HttpAnswer receive() {
    JsonNode order = firm.any("/purchasing/orders");
    return firm.change(
        "/purchasing/orders",
        order,
        "/receipts",
        "{'location':'%s','lines':[{'line':1,'quantity':%s%s}],%s%s}",
        firm.place(),
        firm.some(8),
        firm.lot(firm.itemOf(order)),
        firm.when(),
        firm.posting());
  }

  HttpAnswer bill() {
    JsonNode order = firm.any("/purchasing/orders");
    BigDecimal ordered = order.at("/lines/0/unitPrice").decimalValue(BigDecimal.TEN);
    BigDecimal asked =
        firm.random().nextBoolean() ? ordered : ordered.multiply(new BigDecimal("1.13"));
    return firm.change(
        "/purchasing/orders",
        order,
        "/invoices",
        "{'supplierReference':'S-%d','lines':[{'line':1,'quantity':%s,'unitPrice':%s%s}],%s%s}",
        firm.nextPaper(),
        firm.some(8),
        asked.setScale(4, RoundingMode.HALF_UP).toPlainString(),
        firm.tax(),
        firm.when(),
        firm.posting());
  }

  HttpAnswer payBill() {
    JsonNode bill = firm.any("/purchasing/invoices");
    return firm.change(
        "/purchasing/invoices",
        bill,
        "/payments",
        "{'amount':%s,%s}",
        firm.part(bill),
        firm.when());
  }

  HttpAnswer reverseBill() {
    return firm.reverse("/purchasing/invoices", firm.numberOf(firm.any("/purchasing/invoices")));
  }

  HttpAnswer sendBack() {
    JsonNode receipt = firm.any("/purchasing/receipts");
    JsonNode order = receipt.get("orderNumber");
    return firm.changeNumber(
        "/purchasing/orders",
        order == null ? "NONE" : order.asString(),
        "/returns",
        "{'receipt':'%s','lines':[{'line':1,'quantity':%s}],%s}",
        firm.numberOf(receipt),
        firm.some(4),
        firm.when());
  }

  HttpAnswer land() {
    List<String> bases = List.of("quantity", "value");
    return firm.send(
        "/stock/landed-costs",
        "{'receipts':['%s'],'amount':%s,'by':'%s',%s%s}",
        firm.numberOf(firm.any("/purchasing/receipts")),
        firm.price(),
        bases.get(firm.random().nextInt(2)),
        firm.when(),
        firm.posting());
  }

  HttpAnswer reverseLanding() {
    return firm.reverse("/stock/landed-costs", firm.numberOf(firm.any("/stock/landed-costs")));
  }
}
