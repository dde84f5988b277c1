package org.millrace.stock.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.millrace.outbox.Events;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsReserved;

/** Tells which reservations changed between two moments. */
public final class Reservations {
  private final StoredClaims claims;
  private final Events events;

  public Reservations(StoredClaims claims, Events events) {
    this.claims = claims;
    this.events = events;
  }

  /** Publishes every claim of which the wanted or the reserved quantity is no longer the same. */
  public void tell(
      CompanyCode company,
      List<ReservedClaim> before,
      List<ReservedClaim> after,
      Instant occurredAt) {
    Map<Claims.Key, ReservedClaim> was = byKey(before);
    Map<Claims.Key, ReservedClaim> is = byKey(after);
    was.forEach((key, held) -> is.putIfAbsent(key, ended(held)));
    List<ReservedClaim> differing = new ArrayList<>();
    is.forEach(
        (key, now) -> {
          ReservedClaim then = was.getOrDefault(key, ended(now));
          boolean same =
              now.claim().wanted().equals(then.claim().wanted())
                  && now.reserved().equals(then.reserved());
          if (!same) {
            differing.add(now);
          }
        });
    if (differing.isEmpty()) {
      return;
    }
    List<Claim> told = differing.stream().map(ReservedClaim::claim).toList();
    Map<Claims.Key, Long> versions = claims.nextVersions(company, told);
    events.publish(
        differing.stream()
            .map(
                held ->
                    event(
                        company,
                        held,
                        Objects.requireNonNull(versions.get(Claims.Key.of(held.claim()))),
                        occurredAt))
            .toList());
  }

  private static Map<Claims.Key, ReservedClaim> byKey(List<ReservedClaim> all) {
    Map<Claims.Key, ReservedClaim> byKey = new LinkedHashMap<>();
    all.forEach(held -> byKey.put(Claims.Key.of(held.claim()), held));
    return byKey;
  }

  private static ReservedClaim ended(ReservedClaim held) {
    return new ReservedClaim(held.claim().ended(), Quantity.ZERO);
  }

  private static GoodsReserved event(
      CompanyCode company, ReservedClaim held, long version, Instant occurredAt) {
    Claim claim = held.claim();
    String id =
        EventHead.aggregateId("reservation", company, claim.document() + " " + claim.item());
    return new GoodsReserved(
        EventHead.of(company, id, version, occurredAt),
        claim.document(),
        claim.item(),
        claim.location(),
        claim.wanted(),
        held.reserved());
  }
}
