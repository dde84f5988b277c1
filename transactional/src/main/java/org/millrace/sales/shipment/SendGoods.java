package org.millrace.sales.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.sales.delivery.DeliveredGoods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;

/** Sends what was delivered to its customer, once. */
final class SendGoods {
  private final Companies companies;
  private final Documents<Shipment> shipments;
  private final Documents<DeliveredGoods> deliveries;
  private final DispatchJdbc dispatch;

  SendGoods(
      Companies companies,
      Documents<Shipment> shipments,
      Documents<DeliveredGoods> deliveries,
      DispatchJdbc dispatch) {
    this.companies = companies;
    this.shipments = shipments;
    this.deliveries = deliveries;
    this.dispatch = dispatch;
  }

  /** Begins the shipment of a delivery; a delivery has one that is not cancelled. */
  Versioned<Shipment> begin(
      CompanyCode company,
      DeliveredGoods.Number delivery,
      Optional<LocalDate> plannedOn,
      Instant occurredAt) {
    DeliveredGoods goods = deliveries.named(company, delivery).document();
    dispatch
        .shipmentOf(company, delivery)
        .ifPresent(
            other -> {
              throw Refused.conflict(
                  "Delivery %s is shipped by %s already. Go on with that one, or cancel it first."
                      .formatted(delivery, other));
            });
    LocalDate day = companies.dayOf(company, occurredAt);
    ShipmentNumber number = new ShipmentNumber(shipments.nextNumber(company, day));
    return shipments.make(
        company, Shipment.begun(number, goods, plannedOn), occurredAt, ShipmentChanged::new);
  }

  Versioned<Shipment> pack(
      Versioned<Shipment> before, List<Shipment.Content> contents, Instant occurredAt) {
    return changed(before, before.document().packed(contents, goods(before)), occurredAt);
  }

  Versioned<Shipment> ship(
      Versioned<Shipment> before, String carrier, Optional<String> tracking, Instant occurredAt) {
    Shipment after = before.document().shipped(goods(before), carrier, tracking, occurredAt);
    return changed(before, after, occurredAt);
  }

  private DeliveredGoods goods(Versioned<Shipment> of) {
    return deliveries.named(of.company(), of.document().delivery()).document();
  }

  Versioned<Shipment> changed(Versioned<Shipment> before, Shipment after, Instant occurredAt) {
    return shipments.change(before, after, occurredAt, ShipmentChanged::new);
  }

  /** Adds one scan; one that is known already changes nothing. */
  Versioned<Shipment> scan(Versioned<Shipment> before, Shipment.Scan scan, Instant occurredAt) {
    List<Shipment.Scan> fresh = before.document().unknown(List.of(scan));
    Shipment after = before.document().scanned(fresh);
    return fresh.isEmpty() ? before : changed(before, after, occurredAt);
  }

  /** A scan as a carrier tells it, by its own number. */
  record Told(String trackingNumber, Shipment.Scan scan) {}

  /**
   * What became of many scans: how many are new, and known, and of which numbers nothing is known.
   */
  record Taken(int taken, int known, List<String> unknown) {
    Taken {
      unknown = List.copyOf(unknown);
    }
  }

  /** Takes scans of many shipments; those of unknown tracking numbers are named and left out. */
  Taken scan(CompanyCode company, List<Told> told, Instant occurredAt) {
    Map<String, List<Shipment.Scan>> byTracking = new LinkedHashMap<>();
    told.forEach(
        one ->
            byTracking
                .computeIfAbsent(one.trackingNumber(), number -> new ArrayList<>())
                .add(one.scan()));
    List<String> unknown = new ArrayList<>();
    int taken = 0;
    int known = 0;
    for (Map.Entry<String, List<Shipment.Scan>> of : byTracking.entrySet()) {
      Optional<ShipmentNumber> number = dispatch.tracked(company, of.getKey());
      if (number.isEmpty()) {
        unknown.add(of.getKey());
        continue;
      }
      Versioned<Shipment> before = shipments.lock(company, List.of(number.get())).get(0);
      List<Shipment.Scan> fresh = before.document().unknown(of.getValue());
      if (!fresh.isEmpty()) {
        changed(before, before.document().scanned(fresh), occurredAt);
      }
      taken += fresh.size();
      known += of.getValue().size() - fresh.size();
    }
    return new Taken(taken, known, unknown);
  }
}
