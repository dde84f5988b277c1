package org.millrace.planning.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.database.BulkRows;
import org.millrace.database.NamedRow;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.item.ItemCode;
import org.millrace.planning.Proposal;
import org.millrace.planning.Proposal.Decision;
import org.millrace.planning.Proposal.Document;
import org.millrace.planning.Proposal.DocumentType;
import org.millrace.planning.ProposalId;
import org.millrace.planning.ProposalState;
import org.millrace.planning.Source;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Changed rows are deleted and copied anew, so that a whole plan costs three statements. */
@Component
class ProposalsJdbc implements Proposals {
  private static final List<String> COLUMNS =
      List.of(
          "company",
          "proposal",
          "plan_version",
          "as_of",
          "item",
          "source",
          "quantity",
          "orders",
          "start_date",
          "due_date",
          "needed_date",
          "pegs",
          "state",
          "decided_by",
          "decided_at",
          "note",
          "approved_quantity",
          "document_type",
          "document_number",
          "version");

  private final JdbcClient jdbc;
  private final RowLists lists;
  private final BulkRows rows;
  private final JsonMapper json;

  ProposalsJdbc(JdbcClient jdbc, BulkRows rows, JsonMapper json, RowLists lists) {
    this.jdbc = jdbc;
    this.lists = lists;
    this.rows = rows;
    this.json = json;
  }

  @Override
  public void lock(CompanyCode company) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('planning.proposal ' || ?, 0))")
        .params(company.value())
        .query((row, i) -> true)
        .single();
  }

  @Override
  public Map<ProposalId, StoredProposal> openOrNamed(
      CompanyCode company, Collection<ProposalId> named) {
    return jdbc
        .sql(
            """
            select * from planning.proposal where company = ? and state = 'open'
            union all
            select * from planning.proposal
            where company = ? and state <> 'open' and proposal = any(?)
            """)
        .params(company.value(), company.value(), names(named))
        .query((row, i) -> stored(row))
        .list()
        .stream()
        .collect(Collectors.toMap(stored -> stored.proposal().id(), Function.identity()));
  }

  @Override
  public StoredProposal named(CompanyCode company, ProposalId id) {
    return jdbc.sql("select * from planning.proposal where company = ? and proposal = ?")
        .params(company.value(), id.value())
        .query((row, i) -> stored(row))
        .optional()
        .orElseThrow(
            () ->
                Refused.notFound(
                    ("There is no proposal %s in company %s."
                            + " Look it up in the list of proposals.")
                        .formatted(id, company)));
  }

  @Override
  public void put(CompanyCode company, List<StoredProposal> changed) {
    if (changed.isEmpty()) {
      return;
    }
    jdbc.sql("delete from planning.proposal where company = ? and proposal = any(?)")
        .params(company.value(), names(changed.stream().map(k -> k.proposal().id()).toList()))
        .update();
    rows.copy("planning.proposal", COLUMNS, changed.stream().map(this::row).toList());
  }

  private static String[] names(Collection<ProposalId> ids) {
    return ids.stream().map(ProposalId::value).toArray(String[]::new);
  }

  private Object[] row(StoredProposal stored) {
    Proposal proposal = stored.proposal();
    Optional<Decision> decision = proposal.decision();
    Optional<Document> document = decision.flatMap(Decision::document);
    return new Object[] {
      stored.company(),
      proposal.id(),
      proposal.planVersion(),
      proposal.asOf(),
      proposal.item(),
      word(proposal.source()),
      proposal.quantity(),
      proposal.orders(),
      proposal.startDate(),
      proposal.dueDate(),
      proposal.neededDate(),
      json.writeValueAsString(proposal.pegs()),
      word(proposal.state()),
      decision.map(Decision::by),
      decision.map(Decision::at),
      decision.flatMap(Decision::note),
      decision.flatMap(Decision::quantity),
      document.map(d -> word(d.type())),
      document.map(Document::number),
      stored.version().number()
    };
  }

  @Override
  public Optional<TakenPlan> latestPlan(CompanyCode company) {
    return jdbc.sql(
            """
            select * from planning.plan where company = ? order by as_of desc, taken_at desc limit 1
            """)
        .params(company.value())
        .query((row, i) -> plan(row))
        .optional();
  }

  @Override
  public void put(CompanyCode company, TakenPlan plan) {
    NamedRow.of("planning.plan")
        .key("company", company)
        .key("plan_version", plan.planVersion())
        .with("as_of", plan.asOf())
        .with("taken_at", plan.takenAt())
        .with("made", plan.made())
        .with("changed", plan.changed())
        .with("withdrawn", plan.withdrawn())
        .with("unchanged", plan.unchanged())
        .with("decided", plan.decided())
        .put(jdbc);
  }

  @Override
  public ListAnswer<TakenPlan> plans(CompanyCode company, ListRequest request) {
    String all = "select * from planning.plan where company = ?";
    return lists.page(TakenPlan.class, Rows.of(company, all), request);
  }

  @Override
  public ListAnswer<Proposal> page(CompanyCode company, ListRequest request) {
    String all =
        """
        select proposal, item, source, state, quantity, due_date, document_number, array(
            select peg ->> 'document' from jsonb_array_elements(pegs) peg
            where peg ->> 'document' is not null) as document
        from planning.proposal where company = ?
        """;
    ListAnswer<ProposalColumns> page =
        lists.page(ProposalColumns.class, Rows.of(company, all), request);
    List<ProposalId> ids = page.rows().stream().map(ProposalColumns::id).toList();
    return page.with(
        jdbc
            .sql("select * from planning.proposal where company = ? and proposal = any(?)")
            .params(company.value(), names(ids))
            .query((row, i) -> stored(row).proposal())
            .list()
            .stream()
            .sorted(Comparator.comparing(proposal -> ids.indexOf(proposal.id())))
            .toList());
  }

  private static TakenPlan plan(ResultSet row) throws SQLException {
    return new TakenPlan(
        row.getString("plan_version"),
        row.getObject("as_of", LocalDate.class),
        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
        row.getInt("made"),
        row.getInt("changed"),
        row.getInt("withdrawn"),
        row.getInt("unchanged"),
        row.getInt("decided"));
  }

  private StoredProposal stored(ResultSet row) throws SQLException {
    Proposal proposal =
        new Proposal(
            new ProposalId(row.getString("proposal")),
            row.getString("plan_version"),
            row.getObject("as_of", LocalDate.class),
            new ItemCode(row.getString("item")),
            Source.valueOf(upper(row.getString("source"))),
            Quantity.of(row.getBigDecimal("quantity")),
            row.getInt("orders"),
            row.getObject("start_date", LocalDate.class),
            row.getObject("due_date", LocalDate.class),
            row.getObject("needed_date", LocalDate.class),
            List.of(json.readValue(row.getString("pegs"), Proposal.Peg[].class)),
            ProposalState.valueOf(upper(row.getString("state"))),
            decision(row));
    return new StoredProposal(
        new CompanyCode(row.getString("company")), proposal, new Version(row.getLong("version")));
  }

  private static Optional<Decision> decision(ResultSet row) throws SQLException {
    String by = row.getString("decided_by");
    if (by == null) {
      return Optional.empty();
    }
    String type = row.getString("document_type");
    Optional<Document> document =
        type == null
            ? Optional.empty()
            : Optional.of(
                new Document(DocumentType.valueOf(upper(type)), row.getString("document_number")));
    return Optional.of(
        new Decision(
            by,
            row.getObject("decided_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getString("note")),
            Optional.ofNullable(row.getBigDecimal("approved_quantity")).map(Quantity::of),
            document));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
