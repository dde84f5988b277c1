package org.millrace.sourcing.requisition;

/** What is to be reordered, as a query. */
final class ReorderRows {
  /** A row for each stocked item with a minimum. Its parameter is the company. */
  static final String KEPT =
      """
      with asked as (select ?::text as company),
      kept as (
        select p.item, i.name as item_name, i.unit, p.source, p.supplier,
          p.safety_quantity as minimum_quantity,
          coalesce(b.on_hand, 0) as on_hand_quantity,
          coalesce(c.expected, 0) as expected_quantity, coalesce(c.wanted, 0) as wanted_quantity,
          coalesce(r.requested, 0) as requested_quantity, r.requisition
        from asked a
        join planning.item_policy p on p.company = a.company and p.safety_quantity > 0
        join item.item i on i.company = a.company and i.code = p.item
          and i.kind = 'stocked' and i.status = 'active'
        left join lateral (
          select sum(b.on_hand) as on_hand from stock.balance b
          left join stock.location l on l.company = b.company and l.code = b.location
          where b.company = a.company and b.item = p.item and l.quarantine is null) b on true
        left join lateral (
          select sum(quantity) filter (where quantity > 0) as expected,
            -sum(quantity) filter (where quantity < 0) as wanted
          from stock.claim where company = a.company and item = p.item and quantity <> 0) c on true
        left join lateral (
          select sum(l.quantity) as requested, max(l.number) as requisition
          from sourcing.requisition_line l
          join sourcing.requisition q on q.company = l.company and q.number = l.number
            and q.status in ('open', 'asked')
          where l.company = a.company and l.item = p.item and l.order_number is null) r on true),
      reorder as (
        select *, greatest(0, minimum_quantity - on_hand_quantity - expected_quantity
          + wanted_quantity - requested_quantity) as missing_quantity
        from kept)
      select * from reorder
      """;

  /** Those of which something is missing. */
  static final String MISSING = KEPT + "where missing_quantity > 0";

  private ReorderRows() {}
}
