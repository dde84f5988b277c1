package org.millrace.purchasing.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.millrace.currency.Rates;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.outbox.EventHandler;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.price.Prices;
import org.millrace.purchasing.Demand;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.OrderChanged;
import org.millrace.purchasing.OrderPlaced;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Purchasing;
import org.millrace.purchasing.confirmation.SupplierConfirmation;
import org.millrace.purchasing.consignment.BuyConsigned;
import org.millrace.purchasing.invoice.CostAccounts;
import org.millrace.purchasing.match.ClearGoods;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.purchasing.tolerance.Tolerances;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.PlanGoods;
import org.millrace.stock.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "purchaseOrderWiring", proxyBeanMethods = false)
class OrderWiring {
  @Bean
  Documents<PurchaseOrder> purchaseOrders(DocumentStores stores) {
    return stores.of(PurchaseOrder.KIND);
  }

  @Bean
  Documents<ReceivedGoods> receivedGoods(DocumentStores stores) {
    return stores.of(ReceivedGoods.KIND);
  }

  @Bean("placePurchaseOrder")
  PlaceOrder place(
      Documents<PurchaseOrder> orders,
      Companies companies,
      Parties parties,
      Items items,
      PlaceOrder.Terms terms) {
    return new PlaceOrder(orders, companies, parties, items, terms);
  }

  @Bean
  PlaceOrder.Terms termsOfPurchaseOrders(
      Rates rates, CostAccounts accounts, Prices prices, AgreedPrices agreed) {
    return new PlaceOrder.Terms(rates, accounts, new ProposePrices(prices, agreed));
  }

  @Bean
  Purchasing purchasing(PlaceOrder place, Documents<PurchaseOrder> orders, SourcesJdbc sources) {
    return new Purchasing() {
      @Override
      public PurchaseOrder place(CompanyCode company, NewPurchaseOrder wanted, Instant occurredAt) {
        return place.place(company, wanted, occurredAt).document();
      }

      @Override
      public void cancel(
          CompanyCode company, PurchaseOrderNumber number, String reason, Instant occurredAt) {
        place.withdraw(orders.named(company, number), reason, occurredAt);
      }

      @Override
      public Map<ItemCode, Source> latestSources(CompanyCode company, Collection<ItemCode> items) {
        return sources.latest(company, items);
      }

      @Override
      public List<PurchaseOrder> placedFor(CompanyCode company, Demand demand) {
        Map<String, String> wanted =
            Map.of("demand.type", demand.type(), "demand.number", demand.number());
        return orders.having(company, wanted).stream().map(Versioned::document).toList();
      }
    };
  }

  @Bean
  ReceiveGoods.OrderTerms termsOfReceipts(Tolerances tolerances, Rates rates) {
    return new ReceiveGoods.OrderTerms(tolerances, rates);
  }

  @Bean("receivePurchaseOrder")
  ReceiveGoods receive(
      Companies companies,
      Documents<PurchaseOrder> orders,
      Documents<ReceivedGoods> receipts,
      Stock stock,
      ClearGoods clear,
      ReceiveGoods.OrderTerms terms) {
    return new ReceiveGoods(companies, orders, receipts, stock, clear, terms);
  }

  @Bean
  ReturnGoods returnGoods(
      Companies companies,
      Documents<PurchaseOrder> orders,
      Documents<ReceivedGoods> receipts,
      Stock stock,
      ClearGoods clear) {
    return new ReturnGoods(companies, orders, receipts, stock, clear);
  }

  @Bean
  BuyConsigned buyConsigned(
      Documents<PurchaseOrder> orders, PlaceOrder place, ReceiveGoods receive, ReturnGoods back) {
    return new BuyConsignedGoods(orders, place, receive, back);
  }

  @Bean
  WaiveBills waiveBills(Companies companies, Documents<PurchaseOrder> orders, ClearGoods clear) {
    return new WaiveBills(companies, orders, clear);
  }

  @Bean
  ConfirmOrder confirmPurchaseOrder(
      Companies companies,
      Documents<PurchaseOrder> orders,
      Documents<SupplierConfirmation> confirmations) {
    return new ConfirmOrder(companies, orders, confirmations);
  }

  @Bean
  OrdersHttp.Goods goodsOfPurchaseOrders(
      ConfirmOrder confirm, ReceiveGoods receive, ReturnGoods back, WaiveBills waive) {
    return new OrdersHttp.Goods(confirm, receive, back, waive);
  }

  @Bean
  EventHandler<OrderPlaced> expectOfPlacedOrder(Stock stock) {
    return new PlanGoods<>(OrderPlaced.class, e -> ExpectGoods.of(e.head(), e.order()), stock);
  }

  @Bean
  EventHandler<OrderChanged> expectOfChangedOrder(Stock stock) {
    return new PlanGoods<>(OrderChanged.class, e -> ExpectGoods.of(e.head(), e.order()), stock);
  }

  @Bean
  EventHandler<OrderConfirmed> expectOfConfirmedOrder(Stock stock) {
    return new PlanGoods<>(OrderConfirmed.class, e -> ExpectGoods.of(e.head(), e.order()), stock);
  }

  @Bean
  EventHandler<OrderCancelled> expectNothingOfCancelledOrder(Stock stock) {
    return new PlanGoods<>(OrderCancelled.class, e -> ExpectGoods.of(e.head(), e.order()), stock);
  }
}
