package org.millrace.sales.shipment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.sales.delivery.DeliveredGoods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("sales.read")
@RequestMapping("/api/companies/{company}/sales/shipments")
class ShipmentsHttp extends DocumentEndpoints<Shipment, ShipmentNumber> {
  private final SendGoods send;
  private final BusinessTime time;

  ShipmentsHttp(
      Documents<Shipment> shipments, DocumentHistory history, SendGoods send, BusinessTime time) {
    super(shipments, history);
    this.send = send;
    this.time = time;
  }

  /** Of which delivery, and when the carrier is to come. */
  record Beginning(
      DeliveredGoods.Number delivery,
      Optional<LocalDate> plannedOn,
      Optional<Instant> occurredAt) {}

  /** All packages, in the place of those before. */
  record Packing(List<Packed> packages, Optional<Instant> occurredAt) {}

  /** So much of an item in a package; what the package weighs, in kg. */
  record Packed(
      String packageCode, ItemCode item, Quantity quantity, Optional<BigDecimal> weightKg) {}

  /** Who takes it, and under which number. */
  record Shipping(String carrier, Optional<String> trackingNumber, Optional<Instant> occurredAt) {}

  /** What the carrier told. */
  record Scanning(Instant scannedAt, String place, String event) {
    Shipment.Scan scan() {
      return new Shipment.Scan(1, scannedAt, place.strip(), event.strip());
    }
  }

  /** Who took the goods, and when: now when it is not said. Its paper is attached as a file. */
  record Proving(String receivedBy, Optional<Instant> deliveredAt) {}

  /** When. */
  record Happening(Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("sales.deliver")
  ResponseEntity<DocumentAnswer<Shipment>> begin(
      @PathVariable CompanyCode company, @RequestBody Beginning asked) {
    return created(
        send.begin(
            company, asked.delivery(), asked.plannedOn(), time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/pack")
  @RequiresPermission("sales.deliver")
  ResponseEntity<DocumentAnswer<Shipment>> pack(
      Versioned<Shipment> before, @RequestBody Packing asked) {
    List<Shipment.Content> contents = new ArrayList<>();
    for (Packed one : asked.packages()) {
      contents.add(
          new Shipment.Content(
              contents.size() + 1,
              one.packageCode().strip(),
              one.item(),
              one.quantity(),
              one.weightKg()));
    }
    return ok(send.pack(before, contents, time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/ship")
  @RequiresPermission("sales.deliver")
  ResponseEntity<DocumentAnswer<Shipment>> ship(
      Versioned<Shipment> before, @RequestBody Shipping asked) {
    return ok(
        send.ship(
            before, asked.carrier(), asked.trackingNumber(), time.occurredAt(asked.occurredAt())));
  }

  /** One that is known already changes nothing. */
  @PostMapping("/{number}/scans")
  @RequiresPermission("sales.deliver")
  ResponseEntity<DocumentAnswer<Shipment>> scan(
      Versioned<Shipment> before, @RequestBody Scanning asked) {
    return ok(send.scan(before, asked.scan(), time.occurredAt(Optional.empty())));
  }

  @PostMapping("/{number}/prove")
  @RequiresPermission("sales.deliver")
  ResponseEntity<DocumentAnswer<Shipment>> prove(
      Versioned<Shipment> before, @RequestBody Proving asked) {
    Instant moment = time.occurredAt(asked.deliveredAt());
    return ok(send.changed(before, before.document().proven(asked.receivedBy(), moment), moment));
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("sales.deliver")
  ResponseEntity<DocumentAnswer<Shipment>> cancel(
      Versioned<Shipment> before, @RequestBody Happening asked) {
    return ok(
        send.changed(before, before.document().cancelled(), time.occurredAt(asked.occurredAt())));
  }
}
