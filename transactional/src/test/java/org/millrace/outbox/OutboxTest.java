package org.millrace.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.database.BulkRows;
import org.millrace.database.Transactions;
import org.millrace.party.CompanyOpened;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.PartyRegistered;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import tools.jackson.databind.json.JsonMapper;

class OutboxTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private final TestingCore core = TestingCore.running();
  private final Events events = core.bean(Events.class);
  private final Transactions transactions = core.bean(Transactions.class);
  private final CompanyCode company = core.newCompany();

  private record Row(UUID id, String aggregate, long version, String actor, String payload) {}

  @Test
  void keepsWhatWasPublishedWithItsActor() {
    Party odd = Party.customer(new PartyCode("A\\1"), "Back \"quote\" \\ 中文", "Italy");
    Acting.as("anna", "request-1", () -> transactions.inOne(() -> registered(odd)));
    Row row = rows().get(0);
    assertThat(row.aggregate()).isEqualTo("party:" + company + "/A\\1");
    assertThat(row.version()).isEqualTo(1);
    assertThat(row.actor()).isEqualTo("anna");
    assertThat(row.id().version()).isEqualTo(7);
    assertThat(row.payload())
        .isEqualTo(
            "{\"code\":\"A\\\\1\",\"name\":\"Back \\\"quote\\\" \\\\ 中文\","
                + "\"roles\":[\"customer\"],\"country\":\"Italy\",\"walkIn\":false}");
  }

  @Test
  void letsHandlersFindAllDocumentsWhateverTheCallerMaySee() {
    Caller narrowed = new Caller("anna", Map.of(company.value(), Set.of("party.region")), Map.of());
    List<Caller> during = new ArrayList<>();
    EventHandler<PartyRegistered> handler =
        new EventHandler<>() {
          @Override
          public Class<PartyRegistered> type() {
            return PartyRegistered.class;
          }

          @Override
          public void handle(List<Recorded<PartyRegistered>> events) {
            during.add(Caller.current());
          }
        };
    Events handled =
        new EventsJdbc(core.bean(BulkRows.class), core.bean(JsonMapper.class), only(handler));
    Caller.Turn turn = narrowed.begin();
    try {
      EventHead head = EventHead.of(company, "party:" + company + "/B", 1, NOON);
      PartyRegistered event = new PartyRegistered(head, Party.walkIn("Norway"));
      transactions.inOne(
          () -> {
            handled.publish(List.of(event));
            return event;
          });
      assertThat(Caller.current()).isEqualTo(narrowed);
    } finally {
      turn.end();
    }
    assertThat(narrowed.rowRules(company.value(), "party.read")).isNotEmpty();
    assertThat(during)
        .singleElement()
        .satisfies(caller -> assertThat(caller.rowRules(company.value(), "party.read")).isEmpty());
  }

  private static ObjectProvider<EventHandler<?>> only(EventHandler<?> handler) {
    return new ObjectProvider<>() {
      @Override
      public EventHandler<?> getObject() {
        return handler;
      }

      @Override
      public Stream<EventHandler<?>> orderedStream() {
        return Stream.of(handler);
      }
    };
  }

  @Test
  void keepsNothingOfAnActThatFailed() {
    Party party = Party.walkIn("France");
    assertThatThrownBy(
            () ->
                transactions.inOne(
                    () -> {
                      registered(party);
                      throw new IllegalStateException("the act fails after all");
                    }))
        .hasMessage("the act fails after all");
    assertThat(rows()).isEmpty();
    assertThat(core.bean(Parties.class).named(company, List.of(party.code()))).isEmpty();
  }

  @Test
  void refusesAnEventThatBreaksItsContractAndKeepsNothingOfItsAct() {
    Party party = Party.walkIn("Norway");
    EventHead head = EventHead.of(company, "party:" + company + "/B", 1, NOON);
    CompanyOpened nameless =
        new CompanyOpened(
            head,
            company,
            "",
            Currency.getInstance("EUR"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(
            () ->
                transactions.inOne(
                    () -> {
                      registered(party);
                      events.publish(List.of(nameless));
                      return party;
                    }))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("What this does cannot be told as party.company-opened")
        .hasMessageContaining("/name");
    assertThat(rows()).isEmpty();
    assertThat(core.bean(Parties.class).named(company, List.of(party.code()))).isEmpty();
  }

  @Test
  void refusesToPublishOutsideATransaction() {
    Party party = Party.walkIn("Spain");
    EventHead head = EventHead.of(company, "party:" + company + "/X", 1, NOON);
    assertThatThrownBy(() -> events.publish(List.of(new PartyRegistered(head, party))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Events must be published in the transaction of their act");
  }

  @Test
  void refusesTheSameVersionOfADocumentTwice() {
    Party party = Party.walkIn("Malta");
    EventHead head = EventHead.of(company, "party:" + company + "/M", 1, NOON);
    PartyRegistered event = new PartyRegistered(head, party);
    assertThatThrownBy(
            () ->
                transactions.inOne(
                    () -> {
                      events.publish(List.of(event, event));
                      return party;
                    }))
        .hasMessageContaining("aggregate_version");
    assertThat(rows()).isEmpty();
  }

  @Test
  void forgetsOnlyWhatWasPublishedAfterTheSavepointThatItGoesBackTo() {
    transactions.inOne(
        () -> {
          Party before = registered(Party.walkIn("Greece"));
          undone(() -> registered(Party.walkIn("Cyprus")));
          undone(
              () -> {
                registered(Party.walkIn("Serbia"));
                events.writeNow();
              });
          registered(Party.walkIn("Turkey"));
          return before;
        });
    assertThat(rows()).extracting(Row::payload).satisfiesExactly(has("Greece"), has("Turkey"));
  }

  @Test
  void writesAllThatATransactionPublishedByOneStatementAndWhatWasAskedForBefore() {
    transactions.inOne(
        () -> {
          Party first = registered(Party.walkIn("Latvia"));
          assertThat(seenInside()).isZero();
          events.writeNow();
          assertThat(seenInside()).isEqualTo(1);
          registered(Party.walkIn("Estonia"));
          transactions.apart(() -> registered(Party.walkIn("Finland")));
          assertThat(rows()).extracting(Row::payload).satisfiesExactly(has("Finland"));
          assertThat(seenInside()).isEqualTo(2);
          return first;
        });
    assertThat(rows()).hasSize(3);
  }

  private long seenInside() {
    return core.bean(JdbcClient.class)
        .sql("select count(*) from outbox.event where company = ? and type like 'party.party-%'")
        .param(company.value())
        .query(Long.class)
        .single();
  }

  private static ThrowingConsumer<String> has(String country) {
    return payload -> assertThat(payload).contains(country);
  }

  private void undone(Runnable act) {
    PlatformTransactionManager manager = core.bean(PlatformTransactionManager.class);
    TransactionStatus part =
        manager.getTransaction(
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    act.run();
    manager.rollback(part);
  }

  private Party registered(Party party) {
    core.bean(Parties.class).register(company, List.of(party), NOON);
    return party;
  }

  private List<Row> rows() {
    return core.jdbc()
        .sql(
            "select * from outbox.event where company = ? and type = 'party.party-registered'"
                + " order by position")
        .param(company.value())
        .query(
            (row, n) ->
                new Row(
                    row.getObject("event_id", UUID.class),
                    row.getString("aggregate_id"),
                    row.getLong("aggregate_version"),
                    row.getString("actor"),
                    row.getString("payload")))
        .list();
  }
}
