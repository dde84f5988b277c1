package org.millrace.sales.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.sales.Delivery;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;

/** The sales orders of each company. */
interface Orders {
  void add(CompanyCode company, List<KeptOrder> placed);

  /** Keeps orders as they are after an act; they must be held. */
  void change(CompanyCode company, List<KeptOrder> changed);

  /** Keeps a delivery with the cost of each of its lines. */
  void addDelivery(
      CompanyCode company, OrderNumber order, Delivery delivery, Map<Integer, Money> costs);

  /**
   * Adds to the cost of what a delivery took of an item. When all that was delivered is invoiced,
   * the invoice to be corrected; else the next invoice will carry it.
   */
  Optional<InvoiceNumber> addDeliveredCost(
      CompanyCode company, String delivery, ItemCode item, Money more);

  /** The orders by number, held until the transaction ends. */
  List<KeptOrder> hold(CompanyCode company, Collection<OrderNumber> numbers);

  List<KeptOrder> find(CompanyCode company, Collection<OrderNumber> numbers);

  /**
   * One order.
   *
   * @throws Refused as not found
   */
  default KeptOrder named(CompanyCode company, OrderNumber number) {
    return only(find(company, List.of(number)), company, number);
  }

  /**
   * One order, held until the transaction ends.
   *
   * @throws Refused as not found, or when it is of another version
   */
  default KeptOrder held(CompanyCode company, OrderNumber number, Version expected) {
    KeptOrder kept = only(hold(company, List.of(number)), company, number);
    expected.check("Order " + number, kept.version().number());
    return kept;
  }

  private static KeptOrder only(List<KeptOrder> found, CompanyCode company, OrderNumber number) {
    return found.stream()
        .findFirst()
        .orElseThrow(
            () -> Refused.notFound("There is no order %s in %s.".formatted(number, company)));
  }

  Page<KeptOrder> list(CompanyCode company, PageRequest request);
}
