package org.millrace.supply.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.PartyCode;
import org.millrace.production.LeadTimes;
import org.millrace.production.Production;
import org.millrace.production.WorkOrder;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.Purchasing;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.OrderStatus;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.SalesOrders;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.Stock;
import org.millrace.supply.DefaultTerms;

/**
 * Releases the work orders and places the purchase orders that a sales order needs, once. It counts
 * on what is reserved for the order and what is reserved for nobody, and orders by the default
 * lots, lead times and suppliers of the items.
 */
final class ArrangeSupply {
  private static final String DEMAND = "sales-order";

  private final SalesOrders sales;
  private final Items items;
  private final Stock stock;
  private final Production production;
  private final Purchasing purchasing;
  private final Defaults defaults;

  ArrangeSupply(
      SalesOrders sales,
      Items items,
      Stock stock,
      Production production,
      Purchasing purchasing,
      Defaults defaults) {
    this.sales = sales;
    this.items = items;
    this.stock = stock;
    this.production = production;
    this.purchasing = purchasing;
    this.defaults = defaults;
  }

  /** What holds where the caller says nothing. */
  record Defaults(DefaultTerms terms, LeadTimes leadTimes) {
    private Netting.Defaults of(CompanyCode company) {
      return new Netting.Defaults() {
        @Override
        public Quantity ordered(ItemCode item, Quantity missing) {
          return terms.ordered(company, item, missing);
        }

        @Override
        public Optional<LocalDate> startOf(ItemCode item, LocalDate due) {
          return leadTimes.startOf(company, item, due);
        }
      };
    }
  }

  /** The documents that name the sales order. */
  Supply of(CompanyCode company, OrderNumber number) {
    sales.named(company, number);
    return new Supply(
        number,
        production.releasedFor(company, new org.millrace.production.Demand(DEMAND, number.value())),
        purchasing.placedFor(company, new org.millrace.purchasing.Demand(DEMAND, number.value())),
        List.of());
  }

  Supply arranged(
      CompanyCode company, OrderNumber number, Netting.Terms terms, Instant occurredAt) {
    SalesOrder order = sales.named(company, number);
    Supply before = of(company, number);
    if (order.status() != OrderStatus.OPEN || before.isArranged()) {
      throw Refused.conflict(
          ("Nothing is arranged for sales order %s: it is %s,"
                  + " with %d work orders and %d purchase orders. Arrange open orders, once.")
              .formatted(
                  number,
                  order.status().name().toLowerCase(java.util.Locale.ROOT),
                  before.workOrders().size(),
                  before.purchaseOrders().size()));
    }
    Map<ItemCode, Quantity> wanted = new TreeMap<>();
    order.lines().forEach(l -> wanted.merge(l.item(), l.outstandingQuantity(), Quantity::plus));
    Map<ItemCode, Item> bills = bills(company, wanted.keySet());
    List<Proposal> proposals =
        Netting.of(
            wanted, bills, free(company, bills.keySet(), number), terms, defaults.of(company));
    List<WorkOrder> made = new ArrayList<>();
    List<Proposal.Buy> missing = new ArrayList<>();
    for (Proposal proposal : proposals) {
      if (proposal instanceof Proposal.Make make) {
        made.add(production.release(company, wanted(make, number), occurredAt));
      } else if (proposal instanceof Proposal.Buy buy) {
        missing.add(buy);
      }
    }
    return bought(company, new Supply(number, made, List.of(), List.of()), missing, occurredAt);
  }

  private static Production.Wanted wanted(Proposal.Make make, OrderNumber number) {
    return new Production.Wanted(
        make.item(),
        make.quantity(),
        Optional.of(make.dueDate()),
        make.leadTimeDays(),
        Optional.of(new org.millrace.production.Demand(DEMAND, number.value())));
  }

  private Supply bought(
      CompanyCode company, Supply supply, List<Proposal.Buy> missing, Instant occurredAt) {
    Map<ItemCode, DefaultTerms.Seller> sources = sources(company, missing);
    Map<PartyCode, List<Proposal.Buy>> bySupplier =
        missing.stream()
            .filter(buy -> sources.containsKey(buy.item()))
            .collect(
                Collectors.groupingBy(
                    buy -> Objects.requireNonNull(sources.get(buy.item())).supplier()));
    List<PurchaseOrder> placed = new ArrayList<>();
    bySupplier.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(PartyCode::value)))
        .forEach(
            e ->
                placed.add(
                    purchasing.place(
                        company,
                        order(e.getKey(), e.getValue(), sources, supply.salesOrder()),
                        occurredAt)));
    List<Supply.Unsourced> unsourced =
        missing.stream()
            .filter(buy -> !sources.containsKey(buy.item()))
            .map(buy -> new Supply.Unsourced(buy.item(), buy.quantity()))
            .toList();
    return new Supply(supply.salesOrder(), supply.workOrders(), placed, unsourced);
  }

  private Map<ItemCode, DefaultTerms.Seller> sources(
      CompanyCode company, List<Proposal.Buy> missing) {
    List<ItemCode> codes = missing.stream().map(Proposal.Buy::item).toList();
    Map<ItemCode, Purchasing.Source> last = purchasing.latestSources(company, codes);
    Map<ItemCode, DefaultTerms.Seller> sources = new HashMap<>();
    codes.forEach(
        item ->
            defaults
                .terms()
                .seller(company, item, Optional.ofNullable(last.get(item)))
                .ifPresent(source -> sources.put(item, source)));
    return sources;
  }

  private static NewPurchaseOrder order(
      PartyCode supplier,
      List<Proposal.Buy> goods,
      Map<ItemCode, DefaultTerms.Seller> sources,
      OrderNumber number) {
    Map<ItemCode, BigDecimal> last = new HashMap<>();
    goods.forEach(
        buy ->
            Objects.requireNonNull(sources.get(buy.item()))
                .last()
                .ifPresent(price -> last.put(buy.item(), price.amount())));
    return new NewPurchaseOrder(
        supplier,
        goods.stream().map(Proposal.Buy::dueDate).min(LocalDate::compareTo),
        Optional.of(new org.millrace.purchasing.Demand(DEMAND, number.value())),
        goods.stream()
            .map(
                buy ->
                    NewPurchaseOrder.Line.at(
                        buy.item(),
                        buy.quantity(),
                        Objects.requireNonNull(sources.get(buy.item()))
                            .agreed()
                            .map(Money::amount)))
            .toList(),
        Optional.empty(),
        last);
  }

  /** These items and all that they are made of. */
  private Map<ItemCode, Item> bills(CompanyCode company, Set<ItemCode> wanted) {
    Map<ItemCode, Item> known = new HashMap<>();
    Set<ItemCode> next = wanted;
    while (!next.isEmpty()) {
      Map<ItemCode, Item> found = items.named(company, next);
      known.putAll(found);
      next =
          found.values().stream()
              .flatMap(item -> item.materials().stream())
              .map(material -> material.item())
              .filter(material -> !known.containsKey(material))
              .collect(Collectors.toSet());
    }
    return known;
  }

  private Map<ItemCode, Quantity> free(
      CompanyCode company, Collection<ItemCode> codes, OrderNumber number) {
    return stock.free(company, codes, new DocumentRef("sales", "order", number.value()));
  }

  /** The day the customer wants the order, if any; never before today, which it is without one. */
  LocalDate dueDate(CompanyCode company, OrderNumber number, LocalDate today) {
    return sales
        .named(company, number)
        .requestedDate()
        .filter(requested -> requested.isAfter(today))
        .orElse(today);
  }
}
