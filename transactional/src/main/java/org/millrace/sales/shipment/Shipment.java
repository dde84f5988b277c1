package org.millrace.sales.shipment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.party.Party;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.delivery.DeliveredGoods;
import org.millrace.sales.shipment.ShipmentStatus.Act;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/**
 * Goods of a delivery on their way to the customer. Each act returns the shipment as it is
 * afterwards. Last seen is where and when the latest scan was; delivered is when the customer
 * confirmed that he has them.
 */
public record Shipment(
    ShipmentNumber number,
    ShipmentStatus status,
    DeliveredGoods.Number delivery,
    OrderNumber orderNumber,
    DeliveredGoods.Receiver customer,
    Optional<LocalDate> plannedOn,
    Optional<String> carrier,
    Optional<String> trackingNumber,
    Optional<Instant> shippedAt,
    Optional<String> lastPlace,
    Optional<Instant> lastSeenAt,
    Optional<Instant> deliveredAt,
    Optional<String> receivedBy,
    List<Content> packages,
    List<Scan> scans) {
  /** Stored in sales.shipment with its packages and scans; numbered SH-000001. */
  public static final DocumentKind<Shipment> KIND =
      DocumentKind.of(Shipment.class, "sales", "shipment")
          .numbered("SH")
          .lines("packages", "sales.shipment_package", "shipment_number")
          .lines("scans", "sales.shipment_scan", "shipment_number")
          .searched("number", "customer", "customer.name", "delivery", "trackingNumber")
          .inRegionOf(Party.KIND, "customer")
          .steps(Shipment::status, Act.values())
          .build();

  public Shipment {
    packages = List.copyOf(packages);
    scans = List.copyOf(scans);
  }

  /**
   * So much of an item in a package, and what the package weighs in kg, named at its first line.
   */
  public record Content(
      int line,
      String packageCode,
      ItemCode item,
      Quantity quantity,
      Optional<BigDecimal> weightKg) {}

  /** What the carrier told: when, where and what. */
  public record Scan(int line, Instant scannedAt, String place, String event) {
    private boolean isSame(Scan other) {
      return scannedAt.equals(other.scannedAt)
          && place.equals(other.place)
          && event.equals(other.event);
    }
  }

  /** A shipment just begun; nothing is packed. */
  static Shipment begun(
      ShipmentNumber number, DeliveredGoods delivery, Optional<LocalDate> plannedOn) {
    return new Shipment(
        number,
        ShipmentStatus.PACKING,
        delivery.number(),
        delivery.orderNumber(),
        delivery.customer(),
        plannedOn,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /**
   * The shipment with these packages in the place of those before.
   *
   * @throws Refused as invalid when they hold more of an item than was delivered
   */
  Shipment packed(List<Content> contents, DeliveredGoods of) {
    Problems problems = new Problems();
    contents.forEach(
        content ->
            problems
                .require(
                    content.quantity().isPositive(),
                    "packages." + content.line() + ".quantity",
                    content.quantity(),
                    "more than 0")
                .require(
                    !content.packageCode().isBlank(),
                    "packages." + content.line() + ".packageCode",
                    content.packageCode(),
                    "the code of a package")
                .require(
                    content.weightKg().filter(weight -> weight.signum() <= 0).isEmpty(),
                    "packages." + content.line() + ".weightKg",
                    content.weightKg().map(BigDecimal::toPlainString).orElse(""),
                    "more than 0"));
    Map<ItemCode, Quantity> delivered = delivered(of);
    byItem(contents)
        .forEach(
            (item, quantity) -> {
              Quantity most = delivered.getOrDefault(item, Quantity.ZERO);
              problems.require(
                  quantity.compareTo(most) <= 0,
                  "packages.item",
                  quantity + " of " + item,
                  "at most the " + most + " of the delivery");
            });
    status.require(Act.PACK, KIND.titled(number));
    problems.refuse(KIND.titled(number) + " cannot be packed so");
    return with(status, contents, scans);
  }

  private static Map<ItemCode, Quantity> delivered(DeliveredGoods of) {
    Map<ItemCode, Quantity> delivered = new HashMap<>();
    of.lines().forEach(line -> delivered.merge(line.item(), line.quantity(), Quantity::plus));
    return delivered;
  }

  private static Map<ItemCode, Quantity> byItem(List<Content> contents) {
    Map<ItemCode, Quantity> packed = new HashMap<>();
    contents.forEach(one -> packed.merge(one.item(), one.quantity(), Quantity::plus));
    return packed;
  }

  /**
   * The shipment handed to a carrier.
   *
   * @throws Refused as conflict when goods of the delivery are in no package
   */
  Shipment shipped(DeliveredGoods of, String toCarrier, Optional<String> tracking, Instant moment) {
    status.require(Act.SHIP, KIND.titled(number));
    new Problems()
        .require(!toCarrier.isBlank(), "carrier", toCarrier, "who takes the goods")
        .refuse(KIND.titled(number) + " cannot be shipped");
    Map<ItemCode, Quantity> packed = byItem(packages);
    delivered(of)
        .forEach(
            (item, quantity) -> {
              Quantity left = quantity.minus(packed.getOrDefault(item, Quantity.ZERO));
              if (!packages.isEmpty() && left.isPositive()) {
                throw Refused.conflict(
                    "%s cannot be shipped: %s of item %s are in no package. Pack them first."
                        .formatted(KIND.titled(number), left, item));
              }
            });
    return new Shipment(
        number,
        ShipmentStatus.SHIPPED,
        delivery,
        orderNumber,
        customer,
        plannedOn,
        Optional.of(toCarrier.strip()),
        tracking.map(String::strip),
        Optional.of(moment),
        lastPlace,
        lastSeenAt,
        deliveredAt,
        receivedBy,
        packages,
        scans);
  }

  /** Those of the scans that are not known yet. */
  List<Scan> unknown(List<Scan> told) {
    List<Scan> all = new ArrayList<>(scans);
    List<Scan> fresh = new ArrayList<>();
    for (Scan scan : told) {
      if (all.stream().noneMatch(scan::isSame)) {
        all.add(scan);
        fresh.add(scan);
      }
    }
    return fresh;
  }

  /** The shipment with scans that were not known; they may come in any order. */
  Shipment scanned(List<Scan> fresh) {
    status.require(Act.SCAN, KIND.titled(number));
    List<Scan> all = new ArrayList<>(scans);
    for (Scan scan : fresh) {
      all.add(new Scan(all.size() + 1, scan.scannedAt(), scan.place(), scan.event()));
    }
    return with(status, packages, all);
  }

  /**
   * The shipment that the customer has.
   *
   * @throws Refused as invalid when nobody is named, or before it was shipped
   */
  Shipment proven(String by, Instant moment) {
    status.require(Act.PROVE, KIND.titled(number));
    Instant sent = shippedAt.orElseThrow();
    new Problems()
        .require(!by.isBlank(), "receivedBy", by, "the name of who took the goods")
        .require(!moment.isBefore(sent), "deliveredAt", moment, "not before it was shipped " + sent)
        .refuse(KIND.titled(number) + " cannot be proven delivered");
    return new Shipment(
        number,
        ShipmentStatus.DELIVERED,
        delivery,
        orderNumber,
        customer,
        plannedOn,
        carrier,
        trackingNumber,
        shippedAt,
        lastPlace,
        lastSeenAt,
        Optional.of(moment),
        Optional.of(by.strip()),
        packages,
        scans);
  }

  /** The shipment that is not sent. */
  Shipment cancelled() {
    status.require(Act.CANCEL, KIND.titled(number));
    return with(ShipmentStatus.CANCELLED, packages, scans);
  }

  private Shipment with(ShipmentStatus next, List<Content> contents, List<Scan> all) {
    Optional<Scan> last = all.stream().max(Comparator.comparing(Scan::scannedAt));
    return new Shipment(
        number,
        next,
        delivery,
        orderNumber,
        customer,
        plannedOn,
        carrier,
        trackingNumber,
        shippedAt,
        last.map(Scan::place),
        last.map(Scan::scannedAt),
        deliveredAt,
        receivedBy,
        contents,
        all);
  }
}
