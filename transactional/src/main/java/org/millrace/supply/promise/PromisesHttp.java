package org.millrace.supply.promise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.order.Promises;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells by when goods can be had, while an order is still being typed. */
@RestController
class PromisesHttp {
  private final PromiseGoods promises;
  private final Items items;
  private final Companies companies;
  private final BusinessTime time;

  PromisesHttp(PromiseGoods promises, Items items, Companies companies, BusinessTime time) {
    this.promises = promises;
    this.items = items;
    this.companies = companies;
    this.time = time;
  }

  /**
   * One from the main location as soon as possible, when nothing else is said. A day that is over
   * counts as today. What an order that is named wants already is not counted against it.
   */
  record Query(
      Optional<ItemCode> item,
      Optional<Quantity> quantity,
      Optional<LocationCode> location,
      Optional<LocalDate> requestedDate,
      Optional<OrderNumber> order) {
    Query {
      new Problems()
          .require(item.isPresent(), "item", "", "the code of an item")
          .require(
              quantity.isEmpty() || quantity.get().isPositive(),
              "quantity",
              quantity.map(Quantity::toString).orElse(""),
              "more than 0")
          .refuse("The day cannot be told");
    }
  }

  @GetMapping("/api/companies/{company}/supply/promises")
  @RequiresPermission("sales.read")
  Promise promise(@PathVariable CompanyCode company, @ParameterObject @ModelAttribute Query query) {
    ItemCode item = items.named(company, query.item().orElseThrow()).code();
    LocalDate today = companies.dayOf(company, time.occurredAt(Optional.empty()));
    Promises.Asked question =
        new Promises.Asked(
            List.of(new Promises.Goods(item, query.quantity().orElse(Quantity.of(1)))),
            query.location().orElse(LocationCode.MAIN),
            today,
            query.requestedDate().filter(day -> day.isAfter(today)).orElse(today),
            query.order().map(order -> new DocumentRef("sales", "order", order.value())),
            Optional.empty());
    return promises.promises(company, question).get(0);
  }
}
