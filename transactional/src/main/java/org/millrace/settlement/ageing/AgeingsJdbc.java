package org.millrace.settlement.ageing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Company;
import org.springframework.stereotype.Component;

@Component
class AgeingsJdbc implements Ageings {
  /** What is open now, and what was settled of it after the day. */
  private static final String ITEMS =
      """
      with asked as (select ?::text as company, ?::date as day),
      later as (
        select s.kind, s.item, sum(s.amount) as amount
        from settlement.settled s, asked where s.company = asked.company and s.day > asked.day
        group by s.kind, s.item),
      disputed as (
        select d.item_kind, d.item, sum(d.amount) as amount
        from settlement.dispute d, asked
        where d.company = asked.company and d.opened_on <= asked.day
          and (d.closed_on is null or d.closed_on > asked.day)
        group by d.item_kind, d.item),
      item as (
        select asked.day as as_of, i.*, case i.side when 'payables' then -1 else 1 end as sign,
          i.open_amount + coalesce(l.amount, 0) as open, coalesce(d.amount, 0) as claim,
          greatest(asked.day - i.due_date, 0) as days_late
        from settlement.item i
        join asked on asked.company = i.company
        left join later l on l.kind = i.kind and l.item = i.number
        left join disputed d on d.item_kind = i.kind and d.item = i.number
        where i.booked_on <= asked.day),
      aged as (
        select as_of, side, kind, number, party, party_name, item_date, due_date, reference,
          days_late, case days_late when 0 then 0
            else 1 + (select count(*) from unnest(?::int[]) bound where bound < days_late) end
            ::int as bucket,
          sign * amount as amount, sign * open as open_amount,
          sign * sign(open) * least(claim, abs(open)) as disputed_amount, currency
        from item where open <> 0)
      """;

  private static final String PARTIES =
      """
      select side || ':' || as_of || ':' || party as key, as_of, side, party,
        (array_agg(party_name order by item_date desc, number desc))[1] as party_name,
        %s,
        sum(disputed_amount) as disputed,
        coalesce(sum(open_amount - disputed_amount) filter (where kind = 'payment'), 0)
          as on_account,
        sum(open_amount) as total, currency, ?::text as buckets
      from aged group by as_of, side, party, currency
      """
          .formatted(buckets());

  private final RowLists lists;
  private final AgeingSettingsJdbc settings;

  AgeingsJdbc(RowLists lists, AgeingSettingsJdbc settings) {
    this.lists = lists;
    this.settings = settings;
  }

  private static String buckets() {
    List<String> columns = new ArrayList<>();
    for (int bucket = 0; bucket <= 5; bucket++) {
      columns.add(
          ("coalesce(sum(open_amount - disputed_amount)"
                  + " filter (where kind <> 'payment' and bucket = %d), 0) as %s")
              .formatted(bucket, bucket == 0 ? "not_due" : "late" + bucket));
    }
    return String.join(",\n  ", columns);
  }

  @Override
  public ListAnswer<Ageing> parties(Company company, LocalDate day, ListRequest request) {
    AgeingSettings set = settings.of(company.code()).settings();
    Rows rows = Rows.of(company.code(), ITEMS + PARTIES, day, bounds(set), set.words());
    return lists.page(Ageing.class, rows, request);
  }

  @Override
  public ListAnswer<AgedItem> items(Company company, LocalDate day, ListRequest request) {
    AgeingSettings set = settings.of(company.code()).settings();
    Rows rows = Rows.of(company.code(), ITEMS + "select * from aged", day, bounds(set));
    return lists.page(AgedItem.class, rows, request);
  }

  /** As PostgreSQL writes an array. */
  private static String bounds(AgeingSettings set) {
    return set.days().toString().replace('[', '{').replace(']', '}');
  }
}
