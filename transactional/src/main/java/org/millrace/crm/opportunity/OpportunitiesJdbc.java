package org.millrace.crm.opportunity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.crm.Customer;
import org.millrace.crm.Opportunity;
import org.millrace.crm.OpportunityNumber;
import org.millrace.crm.Outcome;
import org.millrace.crm.Stage;
import org.millrace.database.BulkRows;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.stock.LocationCode;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines and stages are few and written anew with each change. */
@Component
class OpportunitiesJdbc implements Opportunities {
  private final JdbcClient jdbc;
  private final BulkRows rows;

  OpportunitiesJdbc(JdbcClient jdbc, BulkRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  private record NumberedLine(String opportunity, Opportunity.Line line) {}

  private record NumberedEntry(String opportunity, Opportunity.StageEntry entry) {}

  private record Parts(
      Map<String, List<Opportunity.Line>> lines,
      Map<String, List<Opportunity.StageEntry>> stages) {}

  @Override
  public OpportunityNumber nextNumber() {
    return new OpportunityNumber(
        "OP-%06d"
            .formatted(
                jdbc.sql("select nextval('crm.opportunity_number')").query(Long.class).single()));
  }

  @Override
  public void add(KeptOpportunity opened) {
    Opportunity opportunity = opened.opportunity();
    jdbc.sql(
            """
            insert into crm.opportunity(company, number, customer, customer_name, customer_country,
              currency, opened_at, subject, owner, stage, stage_since, expected_close_date, outcome,
              location, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            opened.company().value(),
            opportunity.number().value(),
            opportunity.customer().code().value(),
            opportunity.customer().name(),
            opportunity.customer().country(),
            opportunity.currency().getCurrencyCode(),
            utc(opportunity.openedAt()),
            opportunity.subject(),
            opportunity.owner(),
            word(opportunity.stage()),
            utc(opportunity.stageSince()),
            opportunity.expectedCloseDate(),
            word(opportunity.outcome()),
            opportunity.location().map(LocationCode::value).orElse(null),
            opened.version().number())
        .update();
    addParts(opened);
  }

  @Override
  public void change(KeptOpportunity changed) {
    Opportunity opportunity = changed.opportunity();
    int found =
        jdbc.sql(
                """
                update crm.opportunity
                set subject = ?, owner = ?, stage = ?, stage_since = ?, expected_close_date = ?,
                  outcome = ?, location = ?, lost_reason = ?, order_number = ?, closed_at = ?,
                  version = ?
                where company = ? and number = ? and version = ?
                """)
            .params(
                opportunity.subject(),
                opportunity.owner(),
                word(opportunity.stage()),
                utc(opportunity.stageSince()),
                opportunity.expectedCloseDate(),
                word(opportunity.outcome()),
                opportunity.location().map(LocationCode::value).orElse(null),
                opportunity.lostReason().orElse(null),
                opportunity.orderNumber().map(OrderNumber::value).orElse(null),
                opportunity.closedAt().map(OpportunitiesJdbc::utc).orElse(null),
                changed.version().number(),
                changed.company().value(),
                opportunity.number().value(),
                changed.version().number() - 1)
            .update();
    if (found == 0) {
      throw Refused.stale(
          ("Opportunity %s was changed by somebody else just now."
                  + " Read it again and repeat the change.")
              .formatted(opportunity.number()));
    }
    for (String table : List.of("crm.opportunity_line", "crm.opportunity_stage")) {
      jdbc.sql("delete from " + table + " where company = ? and number = ?")
          .params(changed.company().value(), opportunity.number().value())
          .update();
    }
    addParts(changed);
  }

  private void addParts(KeptOpportunity kept) {
    OpportunityNumber number = kept.opportunity().number();
    rows.copy(
        "crm.opportunity_line",
        List.of("company", "number", "line", "item", "item_name", "quantity", "unit_price"),
        kept.opportunity().lines().stream()
            .map(
                l ->
                    new Object[] {
                      kept.company(),
                      number,
                      l.line(),
                      l.item(),
                      l.itemName(),
                      l.quantity(),
                      l.unitPrice()
                    })
            .toList());
    rows.copy(
        "crm.opportunity_stage",
        List.of("company", "number", "entry", "stage", "entered_at", "left_at", "note"),
        kept.opportunity().stages().stream()
            .map(
                s ->
                    new Object[] {
                      kept.company(),
                      number,
                      s.entry(),
                      word(s.stage()),
                      s.enteredAt(),
                      s.leftAt(),
                      s.note()
                    })
            .toList());
  }

  @Override
  public KeptOpportunity named(CompanyCode company, OpportunityNumber number) {
    Parts parts = parts(company, List.of(number.value()));
    return jdbc.sql("select * from crm.opportunity where company = ? and number = ?")
        .params(company.value(), number.value())
        .query((row, i) -> kept(row, parts))
        .optional()
        .orElseThrow(
            () ->
                Refused.notFound(
                    ("There is no opportunity %s in company %s."
                            + " Look it up in the list of opportunities.")
                        .formatted(number, company)));
  }

  @Override
  public Page<Opportunity> page(CompanyCode company, Filter filter, PageRequest request) {
    List<String> numbers =
        jdbc.sql(
                """
                select number from crm.opportunity
                where company = :company
                  and (:outcome::text is null or outcome = :outcome)
                  and (:stage::text is null or stage = :stage)
                  and (number ilike :pattern or customer ilike :pattern
                    or customer_name ilike :pattern or subject ilike :pattern
                    or owner ilike :pattern)
                order by expected_close_date, number limit :limit offset :offset
                """)
            .param("company", company.value())
            .param("outcome", filter.outcome().map(OpportunitiesJdbc::word).orElse(null))
            .param("stage", filter.stage().map(OpportunitiesJdbc::word).orElse(null))
            .param("pattern", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query(String.class)
            .list();
    Parts parts = parts(company, numbers);
    return request.page(
        jdbc.sql(
                """
                select * from crm.opportunity where company = ? and number = any(?)
                order by expected_close_date, number
                """)
            .params(company.value(), numbers.toArray(String[]::new))
            .query((row, i) -> kept(row, parts).opportunity())
            .list());
  }

  private Parts parts(CompanyCode company, List<String> numbers) {
    String[] named = numbers.toArray(String[]::new);
    List<NumberedLine> lines =
        jdbc.sql(
                """
                select l.*, o.currency from crm.opportunity_line l
                join crm.opportunity o on o.company = l.company and o.number = l.number
                where l.company = ? and l.number = any(?) order by l.number, l.line
                """)
            .params(company.value(), named)
            .query((row, i) -> new NumberedLine(row.getString("number"), line(row)))
            .list();
    List<NumberedEntry> stages =
        jdbc.sql(
                """
                select * from crm.opportunity_stage
                where company = ? and number = any(?) order by number, entry
                """)
            .params(company.value(), named)
            .query((row, i) -> new NumberedEntry(row.getString("number"), entry(row)))
            .list();
    return new Parts(
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    NumberedLine::opportunity,
                    Collectors.mapping(NumberedLine::line, Collectors.toList()))),
        stages.stream()
            .collect(
                Collectors.groupingBy(
                    NumberedEntry::opportunity,
                    Collectors.mapping(NumberedEntry::entry, Collectors.toList()))));
  }

  private static Opportunity.Line line(ResultSet row) throws SQLException {
    return new Opportunity.Line(
        row.getInt("line"),
        new ItemCode(row.getString("item")),
        row.getString("item_name"),
        Quantity.of(row.getBigDecimal("quantity")),
        Money.of(row.getBigDecimal("unit_price"), Currency.getInstance(row.getString("currency"))));
  }

  private static Opportunity.StageEntry entry(ResultSet row) throws SQLException {
    return new Opportunity.StageEntry(
        row.getInt("entry"),
        Stage.of(row.getString("stage")),
        moment(row, "entered_at").orElseThrow(),
        moment(row, "left_at"),
        Optional.ofNullable(row.getString("note")));
  }

  private static KeptOpportunity kept(ResultSet row, Parts parts) throws SQLException {
    String number = row.getString("number");
    Opportunity opportunity =
        new Opportunity(
            new OpportunityNumber(number),
            new Customer(
                new PartyCode(row.getString("customer")),
                row.getString("customer_name"),
                row.getString("customer_country")),
            row.getString("subject"),
            row.getString("owner"),
            Stage.of(row.getString("stage")),
            moment(row, "stage_since").orElseThrow(),
            moment(row, "opened_at").orElseThrow(),
            row.getObject("expected_close_date", LocalDate.class),
            Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
            Currency.getInstance(row.getString("currency")),
            parts.lines().get(number),
            parts.stages().get(number),
            Optional.ofNullable(row.getString("location")).map(LocationCode::new),
            Optional.ofNullable(row.getString("lost_reason")),
            Optional.ofNullable(row.getString("order_number")).map(OrderNumber::new),
            moment(row, "closed_at"));
    return new KeptOpportunity(
        new CompanyCode(row.getString("company")),
        opportunity,
        new Version(row.getLong("version")));
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
