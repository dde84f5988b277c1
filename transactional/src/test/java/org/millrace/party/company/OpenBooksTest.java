package org.millrace.party.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.database.Transactions;
import org.millrace.outbox.TestingEvents;
import org.millrace.party.Company;
import org.millrace.party.CompanyChanged;
import org.millrace.party.CompanyOpened;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;

/** The books of companies, in their table. */
class OpenBooksTest {
  private static final TestingCore CORE = TestingCore.running();
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final CompanyCode code =
      new CompanyCode("B-" + UUID.randomUUID().toString().substring(24));
  private final TestingEvents events = new TestingEvents();
  private final OpenBooks books = new OpenBooks(CORE.bean(CompaniesJdbc.class), events);

  @Test
  void areOpenedOnceForACode() {
    assertThatThrownBy(() -> books.named(code))
        .hasMessage("There is no company " + code + ": open its books first.");
    done(() -> books.open(company("Bikes", "Asia/Shanghai"), NOON));
    assertThat(books.named(code)).isEqualTo(company("Bikes", "Asia/Shanghai"));
    assertThatThrownBy(() -> done(() -> books.open(company("Other", "UTC"), NOON)))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.CONFLICT))
        .hasMessage("Company " + code + " has its books already: use it or choose another code.");
    assertThat(books.named(code).name()).isEqualTo("Bikes");
    assertThat(events.told()).singleElement().isInstanceOf(CompanyOpened.class);
  }

  @Test
  void areChangedByWhoReadThemAsTheyAre() {
    done(() -> books.open(company("Bikes", "Asia/Shanghai"), NOON));
    Company after = company("Bikes and more", "Europe/Berlin");
    assertThat(done(() -> books.change(after, new Version(1), NOON))).isEqualTo(new Version(2));
    assertThatThrownBy(() -> done(() -> books.change(company("Late", "UTC"), new Version(1), NOON)))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.STALE));
    assertThat(books.named(code)).isEqualTo(after);
    assertThat(events.told())
        .last()
        .isInstanceOfSatisfying(
            CompanyChanged.class,
            changed -> {
              assertThat(changed.head().aggregateVersion()).isEqualTo(2);
              assertThat(changed.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
            });
  }

  /** A company is read once for each transaction, and anew after it was changed in it. */
  @Test
  void areSeenAsTheyAreWithinTheTransactionThatChangesThem() {
    done(
        () -> {
          assertThat(books.find(code)).isEmpty();
          books.open(company("Bikes", "UTC"), NOON);
          assertThat(books.named(code).name()).isEqualTo("Bikes");
          books.change(company("Wheels", "UTC"), new Version(1), NOON);
          assertThat(books.named(code).name()).isEqualTo("Wheels");
          return code;
        });
  }

  private Company company(String name, String timeZone) {
    return new Company(
        code,
        name,
        Currency.getInstance("JPY"),
        true,
        ZoneId.of(timeZone),
        Optional.of(LocalDate.of(2025, 1, 1)));
  }

  private static <T> T done(Supplier<T> act) {
    return CORE.bean(Transactions.class).inOne(act);
  }
}
