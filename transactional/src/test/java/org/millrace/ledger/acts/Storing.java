package org.millrace.ledger.acts;

import java.util.List;
import java.util.function.Supplier;
import org.millrace.HttpAnswer;

/** What happens to goods that lie there: carried, counted, used, found, revalued. */
record Storing(Firm firm) {
  List<Supplier<HttpAnswer>> acts() {
    return List.of(
        this::transfer,
        this::reverseTransfer,
        this::count,
        this::reverseCount,
        this::use,
        this::find,
        this::changeCost);
  }

  HttpAnswer transfer() {
    String item = firm.item();
    HttpAnswer drafted =
        firm.send(
            "/stock/transfers",
            "{'fromLocation':'%s','toLocation':'%s','lines':[{'item':'%s','quantity':%s%s}],%s}",
            firm.place(),
            firm.place(),
            item,
            firm.some(4),
            firm.lot(item),
            firm.when());
    return drafted.status() == 201
        ? firm.changeNumber(
            "/stock/transfers", firm.numberOf(drafted.json()), "/post", "{%s}", firm.when())
        : drafted;
  }

  HttpAnswer reverseTransfer() {
    return firm.reverse("/stock/transfers", firm.numberOf(firm.any("/stock/transfers")));
  }

  HttpAnswer count() {
    String item = firm.item();
    String moment = firm.when();
    HttpAnswer drafted =
        firm.send(
            "/stock/counts",
            "{'location':'%s','lines':[{'item':'%s','countedQuantity':%s%s}],%s}",
            firm.place(),
            item,
            firm.some(9),
            firm.lot(item),
            moment);
    return drafted.status() == 201
        ? firm.changeNumber("/stock/counts", firm.numberOf(drafted.json()), "/post", "{%s}", moment)
        : drafted;
  }

  HttpAnswer reverseCount() {
    return firm.reverse("/stock/counts", firm.numberOf(firm.any("/stock/counts")));
  }

  /** Goods are used up, at what they cost or at a cost that somebody says. */
  HttpAnswer use() {
    String item = firm.item();
    String at = firm.random().nextInt(3) == 0 ? ",'unitCost':" + firm.price() : "";
    return firm.send(
        "/stock/movements",
        "{'reason':'consumption','lines':[{'item':'%s','location':'%s','quantity':-%s%s%s}],%s}",
        item,
        firm.place(),
        firm.some(4),
        at,
        firm.lot(item),
        firm.when());
  }

  HttpAnswer find() {
    String item = firm.item();
    String at = firm.random().nextBoolean() ? ",'unitCost':" + firm.price() : "";
    return firm.send(
        "/stock/movements",
        "{'lines':[{'item':'%s','location':'%s','quantity':%s%s%s}],%s}",
        item,
        firm.place(),
        firm.some(3),
        at,
        firm.lot(item),
        firm.when());
  }

  HttpAnswer changeCost() {
    return firm.send(
        "/stock/cost-changes",
        "{'item':'%s','unitCost':%s,'reason':'Any',%s}",
        firm.item(),
        firm.price(),
        firm.when());
  }
}
