package org.millrace.collaboration.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.collaboration.Subject;
import org.millrace.database.Transactions;
import org.millrace.shared.CompanyCode;

/** What people are told of documents, from what stands in the tables. */
class InboxTest {
  private static final TestingCore CORE = TestingCore.running();
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Inbox inbox = CORE.bean(Inbox.class);
  private final Followers followers = CORE.bean(Followers.class);
  private final String user = "reader-" + UUID.randomUUID();
  private final Subject order = order("SO-1 of " + user);

  private static Subject order(String number) {
    return new Subject(
        new CompanyCode("INBOX"), "sales/order", number, "sales-order:INBOX/" + number);
  }

  @Test
  void tellsWhatWasWrittenAndHappenedSinceOneFollows() {
    follow(order, NOON);
    write(order, "ben", NOON.minusSeconds(1), "too early");
    write(order, "ben", NOON, "Ring them");
    write(order, user, NOON.plusSeconds(1), "my own");
    write(order("SO-2 of " + user), "ben", NOON.plusSeconds(2), "of another document");
    happened(order, "ben", 1, NOON.plusSeconds(3));
    happened(order, user, 2, NOON.plusSeconds(4));
    happened(order, "ben", 3, NOON.minusSeconds(2));
    assertThat(told())
        .containsExactly("HAPPENED ben sales.order-placed", "COMMENTED ben Ring them");
  }

  @Test
  void tellsWhoIsMentionedOnceWhetherHeFollowsOrNot() {
    mention(write(order, "ben", NOON, "@you first"), user);
    follow(order, NOON.minusSeconds(10));
    mention(write(order, "ben", NOON.plusSeconds(1), "@you again"), user);
    mention(write(order, "ben", NOON.plusSeconds(2), "@carl"), "carl");
    mention(write(order, user, NOON.plusSeconds(3), "@me myself"), user);
    assertThat(told())
        .containsExactly(
            "COMMENTED ben @carl", "MENTIONED ben @you again", "MENTIONED ben @you first");
  }

  @Test
  void tellsNothingOfWhatWasTakenBack() {
    follow(order, NOON);
    UUID comment = write(order, "ben", NOON, "Wrong price");
    mention(comment, user);
    CORE.jdbc()
        .sql("update collaboration.comment set withdrawn_at = now() where id = ?")
        .param(comment)
        .update();
    assertThat(told()).isEmpty();
  }

  @Test
  void tellsTheLatestOfAllThere() {
    follow(order, NOON);
    for (int i = 0; i < 5; i++) {
      write(order, "ben", NOON.plusSeconds(2L * i), "comment " + i);
      happened(order, "ben", i + 1L, NOON.plusSeconds(2L * i + 1));
    }
    assertThat(inbox.latest(user, 3))
        .extracting(Inbox.Message::at)
        .containsExactly(NOON.plusSeconds(9), NOON.plusSeconds(8), NOON.plusSeconds(7));
  }

  @Test
  void goesOnFollowingFromTheFirstTimeAndEndsForOneselfAlone() {
    follow(order, NOON);
    follow(order, NOON.plusSeconds(60));
    done(() -> followers.add(order, "zoe-" + user, NOON.plusSeconds(5)));
    assertThat(followers.of(order))
        .containsExactly(
            new Followers.Follower(user, NOON),
            new Followers.Follower("zoe-" + user, NOON.plusSeconds(5)));
    assertThat(followers.of(order("SO-2 of " + user))).isEmpty();
    done(() -> followers.remove(order, user));
    assertThat(followers.of(order))
        .extracting(Followers.Follower::user)
        .containsExactly("zoe-" + user);
    done(() -> followers.remove(order, user));
  }

  @Test
  void hasSeenWhatItHasEverSeen() {
    assertThat(inbox.seenUntil(user)).isEmpty();
    done(() -> inbox.see(user, NOON));
    done(() -> inbox.see(user, NOON.minusSeconds(60)));
    assertThat(inbox.seenUntil(user)).as("an old page tells less").contains(NOON);
    done(() -> inbox.see(user, NOON.plusSeconds(60)));
    assertThat(inbox.seenUntil(user)).contains(NOON.plusSeconds(60));
  }

  private List<String> told() {
    return inbox.latest(user, 100).stream()
        .map(m -> m.reason() + " " + m.by() + " " + m.event().or(m::text).orElseThrow())
        .toList();
  }

  private void follow(Subject subject, Instant since) {
    done(() -> followers.add(subject, user, since));
  }

  private static void done(Runnable act) {
    CORE.bean(Transactions.class)
        .inOne(
            () -> {
              act.run();
              return Optional.empty();
            });
  }

  private static UUID write(Subject subject, String author, Instant at, String text) {
    UUID id = UUID.randomUUID();
    CORE.jdbc()
        .sql("insert into collaboration.comment values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            subject.company().value(),
            subject.kind(),
            subject.number(),
            author,
            at.atOffset(ZoneOffset.UTC),
            text)
        .update();
    return id;
  }

  private static void mention(UUID comment, String who) {
    CORE.jdbc()
        .sql("insert into collaboration.mention values (?, ?)")
        .params(comment, who)
        .update();
  }

  private static void happened(Subject subject, String actor, long version, Instant at) {
    CORE.jdbc()
        .sql(
            """
            insert into outbox.event(event_id, type, schema_version, domain, aggregate_id,
              aggregate_version, company, occurred_at, recorded_at, actor, correlation_id, payload)
            values (?, 'sales.order-placed', 1, 'sales', ?, ?, ?, ?, ?, ?, 'c', '{}')
            """)
        .params(
            UUID.randomUUID(),
            subject.aggregateId(),
            version,
            subject.company().value(),
            at.atOffset(ZoneOffset.UTC),
            at.atOffset(ZoneOffset.UTC),
            actor)
        .update();
  }
}
