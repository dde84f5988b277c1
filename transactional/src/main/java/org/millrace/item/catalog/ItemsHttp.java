package org.millrace.item.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.item.Material;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Unit;
import org.millrace.shared.Version;
import org.millrace.web.BusinessTime;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/items")
class ItemsHttp {
  private final RegisterItems register;
  private final ItemsJdbc items;
  private final Companies companies;
  private final BusinessTime time;

  ItemsHttp(RegisterItems register, ItemsJdbc items, Companies companies, BusinessTime time) {
    this.register = register;
    this.items = items;
    this.companies = companies;
    this.time = time;
  }

  record NewItem(
      ItemCode code,
      String name,
      Optional<Unit> unit,
      Optional<ItemKind> kind,
      Optional<List<Material>> materials,
      Optional<Instant> occurredAt) {
    Item item() {
      return new Item(
          code,
          name,
          unit.orElse(Unit.PIECES),
          kind.orElse(ItemKind.STOCKED),
          materials.orElse(List.of()));
    }
  }

  record Change(String name, Unit unit, List<Material> materials, Optional<Instant> occurredAt) {}

  @GetMapping
  @RequiresPermission("item.read")
  Page<Item> list(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    companies.named(company);
    PageRequest asked = new PageRequest(search, page);
    return asked.page(items.page(company, asked));
  }

  @GetMapping("/{code}")
  @RequiresPermission("item.read")
  ResponseEntity<Item> one(@PathVariable CompanyCode company, @PathVariable ItemCode code) {
    return Replies.ok(register.named(company, code), items.version(company, code));
  }

  @PostMapping
  @RequiresPermission("item.write")
  ResponseEntity<Item> register(@PathVariable CompanyCode company, @RequestBody NewItem asked) {
    companies.named(company);
    register.registerNew(company, asked.item(), time.occurredAt(asked.occurredAt()));
    return Replies.created(asked.item(), new Version(1));
  }

  @PutMapping("/{code}")
  @RequiresPermission("item.write")
  ResponseEntity<Item> change(
      @PathVariable CompanyCode company,
      @PathVariable ItemCode code,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Change asked) {
    ItemKind kind = register.named(company, code).kind();
    Item item = new Item(code, asked.name(), asked.unit(), kind, asked.materials());
    Version now = register.change(company, item, expected, time.occurredAt(asked.occurredAt()));
    return Replies.ok(item, now);
  }
}
