package org.millrace.settlement.item;

import java.util.Map;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.settlement.OpenItem;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController("settlementOpenItemsHttp")
@RequiresPermission("settlement.read")
@RequestMapping("/api/companies/{company}/settlement/open-items")
class OpenItemsHttp {
  private final OpenItems items;

  OpenItemsHttp(OpenItems items) {
    this.items = items;
  }

  /** What is open of customers and suppliers now. */
  @GetMapping
  @ListOf(OpenItem.class)
  ListAnswer<OpenItem> list(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return items.page(company, ListRequest.of(query));
  }

  /** What is open of one document. */
  @GetMapping("/{number}")
  OpenItem one(@PathVariable CompanyCode company, @PathVariable String number) {
    return items
        .page(company, ListRequest.having(Map.of("number", number)))
        .first()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "Nothing is open of %s. Look it up in the list.".formatted(number)));
  }
}
