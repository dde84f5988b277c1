package org.millrace.service.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.service.Customer;
import org.millrace.service.Ticket;
import org.millrace.service.TicketNumber;
import org.millrace.service.TicketStatus;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TicketsJdbc implements Tickets {
  private final JdbcClient jdbc;

  TicketsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record NumberedPart(String ticket, Ticket.Part part) {}

  @Override
  public TicketNumber nextNumber() {
    return new TicketNumber(
        "ST-%06d"
            .formatted(
                jdbc.sql("select nextval('service.ticket_number')").query(Long.class).single()));
  }

  @Override
  public void add(KeptTicket opened) {
    Ticket ticket = opened.ticket();
    jdbc.sql(
            """
            insert into service.ticket(company, number, customer, customer_name, customer_country,
              subject, item, status, opened_at, currency, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            opened.company().value(),
            ticket.number().value(),
            ticket.customer().code().value(),
            ticket.customer().name(),
            ticket.customer().country(),
            ticket.subject(),
            ticket.item().map(ItemCode::value).orElse(null),
            word(ticket.status()),
            ticket.openedAt().atOffset(ZoneOffset.UTC),
            ticket.currency().getCurrencyCode(),
            opened.version().number())
        .update();
  }

  @Override
  public void change(KeptTicket before, KeptTicket after) {
    Ticket ticket = after.ticket();
    int found =
        jdbc.sql(
                """
                update service.ticket set status = ?, closed_at = ?, resolution = ?, version = ?
                where company = ? and number = ? and version = ?
                """)
            .params(
                word(ticket.status()),
                ticket.closedAt().map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null),
                ticket.resolution().orElse(null),
                after.version().number(),
                after.company().value(),
                ticket.number().value(),
                before.version().number())
            .update();
    if (found == 0) {
      throw Refused.stale(
          "Ticket %s was changed by somebody else just now. Read it again and repeat the change."
              .formatted(ticket.number()));
    }
    ticket.parts().stream().skip(before.ticket().parts().size()).forEach(part -> add(after, part));
  }

  private void add(KeptTicket kept, Ticket.Part part) {
    jdbc.sql("insert into service.part values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            kept.company().value(),
            kept.ticket().number().value(),
            part.line(),
            part.item().value(),
            part.itemName(),
            part.quantity().value(),
            part.cost().amount())
        .update();
  }

  @Override
  public KeptTicket named(CompanyCode company, TicketNumber number) {
    Map<String, List<Ticket.Part>> parts = parts(company, List.of(number.value()));
    return jdbc.sql("select * from service.ticket where company = ? and number = ?")
        .params(company.value(), number.value())
        .query((row, i) -> kept(row, parts))
        .optional()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There is no ticket %s in company %s. Look it up in the list of tickets."
                        .formatted(number, company)));
  }

  @Override
  public Page<Ticket> page(CompanyCode company, PageRequest request) {
    List<String> numbers =
        jdbc.sql(
                """
                select number from service.ticket
                where company = :company and (number ilike :pattern or customer ilike :pattern
                  or customer_name ilike :pattern or subject ilike :pattern or item ilike :pattern
                  or status ilike :pattern)
                order by opened_at desc, number desc limit :limit offset :offset
                """)
            .param("company", company.value())
            .param("pattern", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query(String.class)
            .list();
    Map<String, List<Ticket.Part>> parts = parts(company, numbers);
    return request.page(
        jdbc.sql(
                """
                select * from service.ticket where company = ? and number = any(?)
                order by opened_at desc, number desc
                """)
            .params(company.value(), numbers.toArray(String[]::new))
            .query((row, i) -> kept(row, parts).ticket())
            .list());
  }

  private Map<String, List<Ticket.Part>> parts(CompanyCode company, List<String> numbers) {
    return jdbc
        .sql(
            """
            select p.*, t.currency
            from service.part p
            join service.ticket t on t.company = p.company and t.number = p.ticket_number
            where p.company = ? and p.ticket_number = any(?) order by p.ticket_number, p.line
            """)
        .params(company.value(), numbers.toArray(String[]::new))
        .query((row, i) -> new NumberedPart(row.getString("ticket_number"), part(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                NumberedPart::ticket, Collectors.mapping(NumberedPart::part, Collectors.toList())));
  }

  private static Ticket.Part part(ResultSet row) throws SQLException {
    return new Ticket.Part(
        row.getInt("line"),
        new ItemCode(row.getString("item")),
        row.getString("item_name"),
        Quantity.of(row.getBigDecimal("quantity")),
        Money.of(row.getBigDecimal("cost"), Currency.getInstance(row.getString("currency"))));
  }

  private static KeptTicket kept(ResultSet row, Map<String, List<Ticket.Part>> partsByTicket)
      throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    List<Ticket.Part> parts = partsByTicket.getOrDefault(row.getString("number"), List.of());
    Ticket ticket =
        new Ticket(
            new TicketNumber(row.getString("number")),
            new Customer(
                new PartyCode(row.getString("customer")),
                row.getString("customer_name"),
                row.getString("customer_country")),
            row.getString("subject"),
            Optional.ofNullable(row.getString("item")).map(ItemCode::new),
            TicketStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
            moment(row, "opened_at").orElseThrow(),
            moment(row, "closed_at"),
            Optional.ofNullable(row.getString("resolution")),
            parts,
            parts.stream().map(Ticket.Part::cost).reduce(Money.zero(currency), Money::plus),
            currency);
    return new KeptTicket(
        new CompanyCode(row.getString("company")), ticket, new Version(row.getLong("version")));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static String word(TicketStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
