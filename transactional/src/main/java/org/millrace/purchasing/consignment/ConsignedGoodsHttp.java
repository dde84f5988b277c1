package org.millrace.purchasing.consignment;

import java.util.Map;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("purchasing.read")
@RequestMapping("/api/companies/{company}/purchasing/consigned-goods")
class ConsignedGoodsHttp {
  private static final String LYING =
      """
      with asked as (select ?::text as company)
      select c.number || '-' || l.line as id, c.number as consignment, c.supplier,
        c.supplier_name, l.item, l.item_name, c.location, l.lot, l.expires_on, c.received_on,
        l.quantity, l.taken_over_quantity, l.returned_quantity,
        l.quantity - l.taken_over_quantity - l.returned_quantity as left_quantity,
        l.unit_price, c.price_currency
      from asked a
      join purchasing.consignment c on c.company = a.company and c.status = 'open'
      join purchasing.consignment_line l on l.company = c.company and l.number = c.number
      where l.quantity > l.taken_over_quantity + l.returned_quantity
      """;

  private final Companies companies;
  private final RowLists lists;

  ConsignedGoodsHttp(Companies companies, RowLists lists) {
    this.companies = companies;
    this.lists = lists;
  }

  /** What lies here and is the suppliers'. */
  @GetMapping
  @ListOf(ConsignedGoods.class)
  ListAnswer<ConsignedGoods> all(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return lists.page(ConsignedGoods.class, Rows.of(company, LYING), ListRequest.of(query));
  }

  /** One line of a consignment of which something is left. */
  @GetMapping("/{id}")
  ConsignedGoods one(@PathVariable CompanyCode company, @PathVariable String id) {
    companies.named(company);
    return lists
        .one(ConsignedGoods.class, Rows.of(company, LYING), Map.of("id", id))
        .orElseThrow(
            () ->
                Refused.notFound(
                    "Nothing is left of line %s. Look it up in the list of consigned goods."
                        .formatted(id)));
  }
}
