package org.millrace.item.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.together.MadeTogether;
import org.millrace.item.Barcode;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemGroupCode;
import org.millrace.item.ItemKind;
import org.millrace.item.ItemUnit;
import org.millrace.item.Material;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Unit;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("item.read")
@RequestMapping("/api/companies/{company}/items")
class ItemsHttp extends DocumentEndpoints<Item, ItemCode> {
  private final RegisterItems register;
  private final Companies companies;
  private final BusinessTime time;

  ItemsHttp(
      Documents<Item> items,
      DocumentHistory history,
      RegisterItems register,
      Companies companies,
      BusinessTime time) {
    super(items, history);
    this.register = register;
    this.companies = companies;
    this.time = time;
  }

  /** What is known of a new item; all but code and name may lack. */
  record NewItem(
      ItemCode code,
      String name,
      Optional<Unit> unit,
      Optional<ItemKind> kind,
      Optional<ItemGroupCode> group,
      Optional<Item.Status> status,
      Optional<String> revision,
      Optional<Item.Tracking> tracking,
      Optional<Boolean> expires,
      Optional<Unit> purchaseUnit,
      Optional<Unit> salesUnit,
      Optional<List<Material>> materials,
      Optional<List<ItemUnit>> units,
      Optional<List<Barcode>> barcodes,
      Optional<Instant> occurredAt) {
    Item item() {
      return new Item(
          code,
          name,
          unit.orElse(Unit.PIECES),
          kind.orElse(ItemKind.STOCKED),
          group,
          status.orElse(Item.Status.ACTIVE),
          revision,
          tracking.orElse(Item.Tracking.NONE),
          expires.orElse(false),
          purchaseUnit,
          salesUnit,
          materials.orElse(List.of()),
          units.orElse(List.of()),
          barcodes.orElse(List.of()));
    }
  }

  /**
   * Without a status, tracking, expiry, units or barcodes those stay; a group, revision, purchase
   * or sales unit that is left out falls away.
   */
  record Change(
      String name,
      Unit unit,
      Optional<ItemGroupCode> group,
      Optional<Item.Status> status,
      Optional<String> revision,
      Optional<Item.Tracking> tracking,
      Optional<Boolean> expires,
      Optional<Unit> purchaseUnit,
      Optional<Unit> salesUnit,
      List<Material> materials,
      Optional<List<ItemUnit>> units,
      Optional<List<Barcode>> barcodes,
      Optional<Instant> occurredAt) {
    Item of(Item before) {
      return new Item(
          before.code(),
          name,
          unit,
          before.kind(),
          group,
          status.orElse(before.status()),
          revision,
          tracking.orElse(before.tracking()),
          expires.orElse(before.expires()),
          purchaseUnit,
          salesUnit,
          materials,
          units.orElse(before.units()),
          barcodes.orElse(before.barcodes()));
    }
  }

  /** All other units from now on. */
  record Units(List<ItemUnit> units, Optional<Instant> occurredAt) {}

  /** All barcodes from now on. */
  record Barcodes(List<Barcode> barcodes, Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("item.write")
  @MadeTogether
  ResponseEntity<DocumentAnswer<Item>> register(
      @PathVariable CompanyCode company, @RequestBody NewItem asked) {
    companies.named(company);
    return created(
        register.registerNew(company, asked.item(), time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("item.write")
  ResponseEntity<DocumentAnswer<Item>> change(Versioned<Item> item, @RequestBody Change asked) {
    return ok(
        register.change(item, asked.of(item.document()), time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}/units")
  @RequiresPermission("item.write")
  ResponseEntity<DocumentAnswer<Item>> units(Versioned<Item> item, @RequestBody Units asked) {
    Item after = item.document().withUnits(asked.units());
    return ok(register.change(item, after, time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}/barcodes")
  @RequiresPermission("item.write")
  ResponseEntity<DocumentAnswer<Item>> barcodes(Versioned<Item> item, @RequestBody Barcodes asked) {
    Item after = item.document().withBarcodes(asked.barcodes());
    return ok(register.change(item, after, time.occurredAt(asked.occurredAt())));
  }
}
