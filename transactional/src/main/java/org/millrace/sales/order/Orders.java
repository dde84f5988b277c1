package org.millrace.sales.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.millrace.sales.Delivery;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
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

  /** The orders by number, held until the transaction ends. */
  List<KeptOrder> hold(CompanyCode company, Collection<OrderNumber> numbers);

  List<KeptOrder> find(CompanyCode company, Collection<OrderNumber> numbers);

  Page<KeptOrder> list(CompanyCode company, PageRequest request);
}
