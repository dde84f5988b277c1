package org.millrace.demo.business;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.demo.business.Act.Link;
import org.millrace.demo.business.BusinessYear.Founding;
import org.millrace.demo.market.Catalogue;
import org.millrace.demo.market.Shop;

/** Words each business act as a command of the API. The name of a document is also its key. */
final class Acts {
  static final String COMPANY = "DEMO";
  static final String HOME = "/api/companies/" + COMPANY;

  /** So many pieces of an item at a price of one, before tax. */
  record Line(
      String item,
      int quantity,
      BigDecimal unitPrice,
      Optional<String> taxCode,
      int discountPercent) {
    Line(String item, int quantity, BigDecimal unitPrice) {
      this(item, quantity, unitPrice, Optional.empty());
    }

    Line(String item, int quantity, BigDecimal unitPrice, Optional<String> taxCode) {
      this(item, quantity, unitPrice, taxCode, 0);
    }

    Line taxed(Optional<String> code) {
      return new Line(item, quantity, unitPrice, code, discountPercent);
    }

    Line less(int percent) {
      return new Line(item, quantity, unitPrice, taxCode, percent);
    }

    BigDecimal amount() {
      return unitPrice
          .multiply(BigDecimal.valueOf(quantity))
          .multiply(BigDecimal.valueOf(100L - discountPercent, 2))
          .setScale(2, RoundingMode.HALF_UP);
    }

    Map<String, Object> words() {
      Map<String, Object> words = body("item", item, "quantity", quantity, "unitPrice", unitPrice);
      taxCode.ifPresent(code -> words.put("taxCode", code));
      if (discountPercent > 0) {
        words.put("discountPercent", discountPercent);
      }
      return words;
    }
  }

  private Acts() {}

  static List<Line> taxed(List<Line> lines, Optional<String> code) {
    return lines.stream().map(line -> line.taxed(code)).toList();
  }

  static BigDecimal total(List<Line> lines) {
    return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static Act company() {
    return Act.of(
        "company",
        "/api/companies",
        Link.NONE,
        body("code", COMPANY, "name", "Millrace Bicycles", "currency", "EUR"));
  }

  static Act supplier(Catalogue.Supplier supplier, Founding founding) {
    Map<String, Object> more = body("roles", List.of("supplier"));
    if (founding.hasCurrencies()) {
      more.put("terms", body("days", Buyer.DAYS_TO_PAY));
    }
    return party(supplier.code(), supplier.name(), supplier.country(), more);
  }

  static Act customer(Shop shop, Founding founding) {
    Map<String, Object> more = body("roles", List.of("customer"), "region", shop.region());
    if (founding.hasCurrencies()) {
      Map<String, Object> terms = body("days", SalesDesk.DAYS_TO_PAY);
      shop.terms()
          .ifPresent(
              early -> {
                terms.put("discountDays", early.days());
                terms.put("discountPercent", early.percent());
              });
      more.put("terms", terms);
    }
    return party(shop.code(), shop.name(), shop.country(), more);
  }

  static Act walkIn(String country) {
    return party(
        "WALK-IN " + country,
        "Walk-in " + country,
        country,
        body("roles", List.of("customer"), "walkIn", true));
  }

  private static Act party(String code, String name, String country, Map<String, Object> more) {
    Map<String, Object> body = body("code", code, "name", name, "country", country);
    body.putAll(more);
    return Act.of("party-" + code, HOME + "/parties", Link.NONE, body);
  }

  static Act component(Catalogue.Component component) {
    return Act.of(
        "item-" + component.code(),
        HOME + "/items",
        Link.NONE,
        body("code", component.code(), "name", component.name()));
  }

  static Act made(Catalogue.Made made) {
    List<Map<String, Object>> materials = new ArrayList<>();
    made.materials()
        .forEach((item, quantity) -> materials.add(body("item", item, "quantity", quantity)));
    return Act.of(
        "item-" + made.code(),
        HOME + "/items",
        Link.NONE,
        body("code", made.code(), "name", made.name(), "materials", materials));
  }

  /** An order in the currency of the company, or in another one. */
  static Act purchaseOrder(
      String name,
      String supplier,
      LocalDate promised,
      List<Line> lines,
      Optional<String> currency) {
    Map<String, Object> body =
        body("supplier", supplier, "promisedDate", promised.toString(), "lines", bodies(lines));
    currency.ifPresent(code -> body.put("currency", code));
    return Act.of(name, HOME + "/purchasing/orders", Link.makes(name), body);
  }

  /** The supplier says when all that is outstanding comes. */
  static Act confirmation(String order, LocalDate promised, String reason) {
    return Act.of(
        order + "/confirmation",
        HOME + "/purchasing/orders/{" + order + "}/confirmations",
        Link.changes(order),
        body("promisedDate", promised.toString(), "reason", reason));
  }

  /** Quantities by line of the order; all that is outstanding when there are none. */
  static Act receipt(String order, int part, Map<Integer, Integer> quantities) {
    return Act.of(
        order + "/receipt-" + part,
        HOME + "/purchasing/orders/{" + order + "}/receipts",
        Link.changes(order),
        body("lines", byLine(quantities)));
  }

  /** Bills the whole order line by line at these prices. */
  static Act supplierInvoice(
      String order, String name, List<Line> lines, Optional<String> currency) {
    List<Map<String, Object>> billed = new ArrayList<>();
    for (Line line : lines) {
      Map<String, Object> words =
          body(
              "line",
              billed.size() + 1,
              "quantity",
              line.quantity(),
              "unitPrice",
              line.unitPrice());
      line.taxCode().ifPresent(code -> words.put("taxCode", code));
      billed.add(words);
    }
    Map<String, Object> body = body("lines", billed);
    currency.ifPresent(code -> body.put("currency", code));
    return Act.of(
        name,
        HOME + "/purchasing/orders/{" + order + "}/invoices",
        Link.makes(name).from(order, 1),
        body);
  }

  static Act supplierPayment(String invoice, BigDecimal amount) {
    return Act.of(
        invoice + "/payment",
        HOME + "/purchasing/invoices/{" + invoice + "}/payments",
        Link.changes(invoice),
        body("amount", amount));
  }

  static Act workOrder(String name, String item, int quantity, LocalDate due) {
    return Act.of(
        name,
        HOME + "/production/work-orders",
        Link.makes(name),
        body(
            "item",
            item,
            "quantity",
            quantity,
            "dueDate",
            due.toString(),
            "leadTimeDays",
            Workshop.LEAD_DAYS));
  }

  /** The workshop takes what it needs, whomever it is reserved for. */
  static Act consumption(String order) {
    return Act.of(
        order + "/consumption",
        HOME + "/production/work-orders/{" + order + "}/consumptions",
        Link.changes(order),
        body("othersGoods", "taken"));
  }

  static Act completion(String order, int part, int quantity) {
    return Act.of(
        order + "/completion-" + part,
        HOME + "/production/work-orders/{" + order + "}/completions",
        Link.changes(order),
        body("quantity", quantity));
  }

  static Act salesOrder(String name, String customer, LocalDate requested, List<Line> lines) {
    return Act.of(
        name,
        HOME + "/sales/orders",
        Link.makes(name),
        body("customer", customer, "requestedDate", requested.toString(), "lines", bodies(lines)));
  }

  /**
   * Quantities by line of the order; all that is outstanding when there are none. What can be sent
   * is sent, even if an older order waits for more of it.
   */
  static Act delivery(String order, int part, Map<Integer, Integer> quantities) {
    return Act.of(
        order + "/delivery-" + part,
        HOME + "/sales/orders/{" + order + "}/deliveries",
        Link.changes(order),
        body("lines", byLine(quantities), "othersGoods", "taken"));
  }

  /** An invoice of all that was sent, less something for those who pay early. */
  static Act salesInvoice(String order, String name, Optional<Shop.EarlyPayment> early) {
    Map<String, Object> body = body("daysToPay", SalesDesk.DAYS_TO_PAY);
    early.ifPresent(
        terms ->
            body.put(
                "earlyPayment",
                body("percent", terms.percent(), "days", terms.days(), "mode", "excluded")));
    return Act.of(
        name,
        HOME + "/sales/orders/{" + order + "}/invoices",
        Link.makes(name).from(order, 1),
        body);
  }

  static Act salesCancellation(String order) {
    return Act.of(
        order + "/cancel",
        HOME + "/sales/orders/{" + order + "}/cancel",
        Link.changes(order),
        body());
  }

  static Act directSale(String name, String customer, List<Line> lines, Optional<String> location) {
    Map<String, Object> body = body("customer", customer, "daysToPay", 0, "lines", bodies(lines));
    location.ifPresent(code -> body.put("location", code));
    return Act.of(name, HOME + "/sales/invoices", Link.makes(name), body);
  }

  /** Money in for an invoice, or out for a credit note when the amount is negative. */
  static Act payment(String invoice, int part, BigDecimal amount) {
    return Act.of(
        invoice + "/payment-" + part,
        HOME + "/sales/invoices/{" + invoice + "}/payments",
        Link.changes(invoice),
        body("amount", amount));
  }

  /** Money in that is less by what was agreed for early payment. */
  static Act earlyPayment(String invoice, BigDecimal amount, BigDecimal discount) {
    return Act.of(
        invoice + "/payment-1",
        HOME + "/sales/invoices/{" + invoice + "}/payments",
        Link.changes(invoice),
        body("amount", amount, "discount", discount));
  }

  static Act creditNote(String invoice, String name, Map<Integer, Integer> quantities) {
    return Act.of(
        name,
        HOME + "/sales/invoices/{" + invoice + "}/credit-notes",
        Link.makes(name).from(invoice, 0),
        body("lines", byLine(quantities)));
  }

  static Act ticket(String name, String customer, String item, String subject) {
    return Act.of(
        name,
        HOME + "/service/tickets",
        Link.makes(name),
        body("customer", customer, "subject", subject, "item", item));
  }

  static Act part(String ticket, String item) {
    return Act.of(
        ticket + "/part",
        HOME + "/service/tickets/{" + ticket + "}/parts",
        Link.changes(ticket),
        body("item", item, "quantity", 1));
  }

  static Act ticketClosed(String ticket, String resolution) {
    return Act.of(
        ticket + "/close",
        HOME + "/service/tickets/{" + ticket + "}/close",
        Link.changes(ticket),
        body("resolution", resolution));
  }

  static Act workCentre(String code, String name, int hoursPerDay) {
    return Act.set(
        "work-centre-" + code,
        HOME + "/planning/work-centres/" + code,
        body("name", name, "hoursPerDay", hoursPerDay, "daysPerWeek", 5));
  }

  static Act itemPolicy(String item, Map<String, Object> policy) {
    return Act.set("policy-" + item, HOME + "/planning/item-policies/" + item, policy);
  }

  /** Hours of an order and of each piece at a work centre. */
  record Operation(int operation, String workCentre, String setupHours, String hoursPerUnit) {
    private Map<String, Object> words() {
      return body(
          "operation",
          operation,
          "workCentre",
          workCentre,
          "setupHours",
          new BigDecimal(setupHours),
          "hoursPerUnit",
          new BigDecimal(hoursPerUnit));
    }
  }

  static Act routing(String item, List<Operation> operations) {
    return Act.set(
        "routing-" + item,
        HOME + "/planning/routings/" + item,
        body("operations", operations.stream().map(Operation::words).toList()));
  }

  static Act opportunity(String name, String customer, LocalDate decided, Line line) {
    return Act.of(
        name,
        HOME + "/crm/opportunities",
        Link.makes(name),
        body(
            "customer",
            customer,
            "subject",
            line.quantity() + " " + line.item(),
            "expectedCloseDate",
            decided.toString(),
            "lines",
            bodies(List.of(line))));
  }

  static Act opportunityStage(String opportunity, String stage) {
    return pursue(opportunity, "stage", stage, body("stage", stage));
  }

  static Act opportunityWon(String opportunity) {
    return pursue(opportunity, "close", "won", body("outcome", "won"));
  }

  static Act opportunityLost(String opportunity, String reason) {
    return pursue(opportunity, "close", "lost", body("outcome", "lost", "lostReason", reason));
  }

  private static Act pursue(String name, String act, String end, Map<String, Object> body) {
    return Act.of(
        name + "/" + end,
        HOME + "/crm/opportunities/{" + name + "}/" + act,
        Link.changes(name),
        body);
  }

  static Act campaign(String code, LocalDate start, LocalDate end, List<String> items) {
    return Act.of(
        "campaign-" + code,
        HOME + "/crm/campaigns",
        Link.makesCoded(code),
        body(
            "code",
            code,
            "name",
            "Promotion " + code,
            "startsOn",
            start.toString(),
            "endsOn",
            end.toString(),
            "items",
            items,
            "budget",
            2_500));
  }

  static Act campaignStep(String code, String step) {
    return Act.of(
        "campaign-" + code + "/" + step,
        HOME + "/crm/campaigns/{" + code + "}/" + step,
        Link.changes(code),
        body());
  }

  static Act location(String code, String name) {
    return Act.of(
        "location-" + code, HOME + "/stock/locations", Link.NONE, body("code", code, "name", name));
  }

  static Act transfer(String name, String from, String to, String item, int quantity) {
    return Act.of(
        name,
        HOME + "/stock/transfers",
        Link.makes(name),
        body(
            "fromLocation",
            from,
            "toLocation",
            to,
            "lines",
            List.of(body("item", item, "quantity", quantity))));
  }

  static Act transferPosted(String name) {
    return Act.of(
        name + "/post", HOME + "/stock/transfers/{" + name + "}/post", Link.changes(name), body());
  }

  private static List<Map<String, Object>> bodies(List<Line> lines) {
    return lines.stream().map(Line::words).toList();
  }

  private static List<Map<String, Object>> byLine(Map<Integer, Integer> quantities) {
    List<Map<String, Object>> lines = new ArrayList<>();
    quantities.forEach((line, quantity) -> lines.add(body("line", line, "quantity", quantity)));
    return lines;
  }

  static Map<String, Object> body(Object... pairs) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      body.put((String) pairs[i], pairs[i + 1]);
    }
    return body;
  }
}
