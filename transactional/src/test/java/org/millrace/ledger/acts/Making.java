package org.millrace.ledger.acts;

import java.util.List;
import java.util.function.Supplier;
import org.millrace.HttpAnswer;

/** What is made of what was bought. */
record Making(Firm firm) {
  List<Supplier<HttpAnswer>> acts() {
    return List.of(this::release, this::consume, this::complete, this::giveBack, this::closeOrder);
  }

  HttpAnswer release() {
    return firm.send(
        "/production/work-orders", "{'item':'%s','quantity':%s,%s}", Firm.MADE, 3, firm.when());
  }

  HttpAnswer consume() {
    return firm.change(
        "/production/work-orders",
        firm.any("/production/work-orders"),
        "/consumptions",
        "{'location':'%s','othersGoods':'taken',%s}",
        firm.place(),
        firm.when());
  }

  HttpAnswer complete() {
    return firm.change(
        "/production/work-orders",
        firm.any("/production/work-orders"),
        "/completions",
        "{'quantity':1,'location':'%s',%s}",
        firm.place(),
        firm.when());
  }

  HttpAnswer giveBack() {
    return firm.change(
        "/production/work-orders",
        firm.any("/production/work-orders"),
        "/returns",
        "{'location':'%s','lines':[{'item':'AVG','quantity':1}],%s}",
        firm.place(),
        firm.when());
  }

  HttpAnswer closeOrder() {
    return firm.change(
        "/production/work-orders",
        firm.any("/production/work-orders"),
        "/close",
        "{%s}",
        firm.when());
  }
}
